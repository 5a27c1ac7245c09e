package io.shomei.revocation.bulk;

import io.restassured.response.Response;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Steps;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What whoever revokes many certificates at once does in tests. */
@Singleton
class BulkSteps {
    private final Http http;
    private final Steps steps;

    BulkSteps(Http http, Steps steps) {
        this.http = http;
        this.steps = steps;
    }

    /** The id of a selection that was looked at. */
    String check(Person person, String... certificates) {
        return steps.checkSelection(person, List.of(certificates), Map.of("reason", "SUPERSEDED"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response submit(Person person, String bulk) {
        return http.as(person).post("/api/v1/revocations/{id}/submission", bulk);
    }

    /** Events of the history that tell of a revocation by this bulk revocation. */
    long revocationsIn(Person person, String bulk) {
        List<Map<String, Object>> events = http.as(person)
                .queryParam("operation", "certificate.revoke")
                .queryParam("limit", 1000)
                .get("/api/v1/audit-events")
                .path("items");
        return events.stream()
                .filter(event -> event.get("detail") instanceof Map<?, ?> detail && bulk.equals(detail.get("bulk")))
                .count();
    }
}
