package io.shomei.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for another operator does not wait for ever. */
@ShomeiTest
class LapsedProposalTest {
    private static final String ACTIONS = "/api/v1/desk-actions";
    private static final Map<String, String> SUSPEND = Map.of("kind", "SUSPEND", "reference", "12");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Accounts accounts;

    @Inject
    LapsedProposalsJob job;

    @Inject
    TestClock clock;

    private Instant now;
    private Instant end;
    private Person desk;
    private Person second;
    private Account user;

    @BeforeEach
    void twoOperators() {
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        end = now.plus(Duration.ofDays(5));
        clock.stopAt(now);
        desk = given.operator("Service Desk");
        second = given.operator("Second Desk");
        user = given.tenant("a")
                .withPreset("bank-fx")
                .withPolicy("{\"desk\":{\"fourEyes\":[\"SUSPEND\"],\"proposalLifetime\":\"P5D\"}}")
                .withLoginId(Role.USER, "lapse" + System.nanoTime(), "Hojin User 1");
    }

    @Test
    void atItsEndNobodyApprovesItAndItCanBeProposedAnew() {
        String action = proposed();
        clock.stopAt(end);
        // Before the sweep as after it.
        Refusals.is(decide(second, action, "approval"), 409, "desk-action-lapsed");
        Refusals.is(decide(desk, action, "refusal"), 409, "desk-action-lapsed");
        job.run();
        Refusals.is(decide(second, action, "approval"), 409, "desk-action-lapsed");
        now(second)
                .get(ACTIONS + "/{id}", action)
                .then()
                .body("state", equalTo("LAPSED"))
                .body("lapsesAt", equalTo(end.toString()));
        now(second)
                .queryParam("state", "LAPSED")
                .queryParam("account", user.id().toString())
                .get(ACTIONS)
                .then()
                .body("items.id", contains(action));
        now(second)
                .get("/api/v1/accounts/{id}/desk", user.id().toString())
                .then()
                .body("waiting", empty());
        now(second)
                .queryParam("operation", "desk.lapse")
                .get("/api/v1/audit-events")
                .then()
                .body("items.detail.id", hasItem(action));
        assertThat(accounts.find(user.tenant(), user.id()).orElseThrow().isActive())
                .isTrue();
        take(desk).then().statusCode(201).body("state", equalTo("PROPOSED"));
    }

    @Test
    void untilThenItIsApprovedAndTheSweepLeavesIt() {
        String action = proposed();
        clock.stopAt(end.minusMillis(1));
        job.run();
        decide(second, action, "approval").then().statusCode(201).body("state", equalTo("DONE"));
        clock.stopAt(end);
        job.run();
        now(second).get(ACTIONS + "/{id}", action).then().body("state", equalTo("DONE"));
    }

    @Test
    void whatHasLapsedStandsInNobodysWayBeforeTheSweep() {
        proposed();
        clock.stopAt(end);
        take(desk).then().statusCode(201).body("state", equalTo("PROPOSED"));
    }

    private String proposed() {
        return take(desk)
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .body("lapsesAt", equalTo(end.toString()))
                .extract()
                .path("id");
    }

    private Response take(Person by) {
        return now(by).contentType(ContentType.JSON)
                .body(SUSPEND)
                .post("/api/v1/accounts/{id}/desk-actions", user.id().toString());
    }

    private Response decide(Person by, String action, String decision) {
        return now(by).contentType(ContentType.JSON)
                .body(Map.of("comment", "seal compared"))
                .post(ACTIONS + "/{id}/" + decision, action);
    }

    /** In a session of this moment: one of days ago is over. */
    private RequestSpecification now(Person person) {
        return http.cert(person.identity()).header("Authorization", "Bearer " + http.logIn(person));
    }
}
