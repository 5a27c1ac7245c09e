package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.database.TenantScope;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Hook;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators review every tenant once a year. */
@ShomeiTest
class TenantReviewTest {
    private static final String REVIEW = "/api/v1/tenants/{id}/review";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    ExpiryNotices notices;

    @Inject
    TestClock clock;

    @Inject
    TenantScope scope;

    private Fixtures.Organisation tenant;
    private Person desk;
    private Person officer;

    @BeforeEach
    void aTenant() {
        Mailbox.open();
        tenant = given.tenant("reviewed").withDomain("reviewed.ac.jp", Duration.ofDays(20));
        desk = given.operator("Service Desk");
        officer = tenant.officer("Hanako Sato");
    }

    @Test
    void anApprovalGivesTheDomainsTheirNextDeadlineAndIsFollowedByTheNextInTime() {
        own().body("review.state", equalTo("NEVER"));
        start(desk, tenant)
                .then()
                .statusCode(201)
                .body("review.state", equalTo("UNDER_WAY"))
                .body("review.reference", equalTo("利用確認書 1"))
                .body("review.startedBy", equalTo("Service Desk"));
        Refusals.is(start(desk, tenant), 409, "review-under-way");
        Instant deadline = Instant.parse(conclude(desk, tenant, true, "reviewed.ac.jp")
                .then()
                .statusCode(201)
                .body("review.state", equalTo("APPROVED"))
                .body("review.reference", nullValue())
                .extract()
                .<String>path("domains[0].issuingDeadline"));
        assertThat(Duration.between(clock.instant(), deadline).toDays()).isBetween(395L, 398L);
        Refusals.is(conclude(desk, tenant, true), 409, "review-not-under-way");
        own().body("review.deadline", equalTo(deadline.toString()));
        http.as(desk)
                .queryParam("q", tenant.code())
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItems("review.start", "review.approve", "domain.change"));
        // Ten months later people are told once.
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(tenant.id())
                        .update(
                                "update tenant_review set concluded_at = ? where tenant_id = ?",
                                clock.instant().minus(Duration.ofDays(310)),
                                tenant.id().value()));
        own().body("review.state", equalTo("DUE"));
        try (Hook hook = new Hook(http, officer, "REVIEW_DUE", "review.due")) {
            notices.sendDue(tenant.id());
            notices.sendDue(tenant.id());
            assertThat(hook.told()).contains("\"deadline\":");
        }
        assertThat(Mailbox.await(officer.email(), "Yearly review").text()).contains("利用確認（年次審査）の時期になりました");
        assertThat(Mailbox.to(officer.email()).stream()
                        .filter(mail -> mail.subject().contains("Yearly review")))
                .hasSize(1);
    }

    @Test
    void aRefusalLeavesTheDeadlineAsItIs() {
        Instant before = Instant.parse(own().extract().path("domains[0].issuingDeadline"));
        start(desk, tenant).then().statusCode(201);
        Refusals.is(conclude(desk, tenant, true, "other.ac.jp"), 404, "not-found");
        conclude(desk, tenant, false, "reviewed.ac.jp")
                .then()
                .statusCode(201)
                .body("review.state", equalTo("NEVER"))
                .body("domains[0].issuingDeadline", equalTo(before.toString()));
    }

    @Test
    void aTenantThatHasEndedIsReviewedNoMore() {
        start(desk, tenant).then().statusCode(201);
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "as asked for", "confirmation", tenant.code(), "certificates", "KEEP"))
                .post("/api/v1/tenants/{id}/end", tenant.id().toString())
                .then()
                .statusCode(200);
        Refusals.is(start(desk, tenant), 409, "tenant-ended");
        Refusals.is(conclude(desk, tenant, true, "reviewed.ac.jp"), 409, "tenant-ended");
    }

    @Test
    void whoMayAndWhere() {
        String id = tenant.id().toString();
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("reference", "1"))
                        .post(REVIEW, id));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("approved", true))
                        .post(REVIEW + "/conclusion", id));
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        bank.administrator("Taro Kanri");
        Refusals.is(start(desk, bank), 403, "review-not-offered");
        Refusals.is(conclude(desk, bank, true), 403, "review-not-offered");
        for (String unknown : List.of("nobody", "0197a1b2-0000-7000-8000-000000000001")) {
            Refusals.is(
                    http.as(desk)
                            .contentType(ContentType.JSON)
                            .body(Map.of("reference", "1"))
                            .post(REVIEW, unknown),
                    404,
                    "not-found");
            Refusals.is(
                    http.as(desk)
                            .contentType(ContentType.JSON)
                            .body(Map.of("approved", false))
                            .post(REVIEW + "/conclusion", unknown),
                    404,
                    "not-found");
        }
        Refusals.is(http.as(desk).contentType(ContentType.JSON).body("{}").post(REVIEW, id), 400, "malformed-request");
        Refusals.is(
                http.as(desk).contentType(ContentType.JSON).body("{}").post(REVIEW + "/conclusion", id),
                400,
                "malformed-request");
    }

    private ValidatableResponse own() {
        return http.as(officer).get("/api/v1/tenant").then().statusCode(200);
    }

    private Response start(Person by, Fixtures.Organisation whose) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .body(Map.of("reference", "利用確認書 1"))
                .post(REVIEW, whose.id().toString());
    }

    private Response conclude(Person by, Fixtures.Organisation whose, boolean approved, String... domains) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .body(Map.of("approved", approved, "domains", List.of(domains), "comment", "seal compared"))
                .post(REVIEW + "/conclusion", whose.id().toString());
    }
}
