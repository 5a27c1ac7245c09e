package io.shomei.ipallowlist;

import static io.shomei.ipallowlist.Lists.AND;
import static io.shomei.ipallowlist.Lists.ELSEWHERE;
import static io.shomei.ipallowlist.Lists.HERE;
import static io.shomei.ipallowlist.Lists.OR;
import static io.shomei.ipallowlist.Lists.confirm;
import static io.shomei.ipallowlist.Lists.list;
import static io.shomei.ipallowlist.Lists.override;
import static io.shomei.ipallowlist.Lists.put;
import static io.shomei.ipallowlist.Lists.ranges;
import static io.shomei.ipallowlist.Lists.tried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.policy.Policy.IpAllowlist.Combination;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list is held to at each log-in and with each request of a session. */
@ShomeiTest
class AdmissionTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    IpAllowlistRepository lists;

    @Inject
    LapsedTrialsJob lapsed;

    @Inject
    TestClock clock;

    private Fixtures.Organisation tenant;
    private Person desk;
    private Person admin;

    @BeforeEach
    void aCompany() {
        tenant = given.tenant("a").withPolicy(AND);
        admin = tenant.administrator("Ichiro Suzuki");
        desk = given.operator("Service Desk");
    }

    /** AT-66. */
    @Test
    void fromOutsideOneIsRefusedAndThatIsInTheHistory() {
        put(http.as(admin), 0, tried(ELSEWHERE)).then().statusCode(200).body("trial.until", notNullValue());
        Response session = http.as(admin).get("/api/v1/session");
        Refusals.is(session, 403, "address-not-allowed");
        assertThat(session.jsonPath().getString("detail")).isEqualTo("127.0.0.1");
        Refusals.is(logIn(admin), 403, "address-not-allowed");
        http.as(desk)
                .queryParam("operation", "ipallowlist.refuse")
                .queryParam("outcome", "FAILURE")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Ichiro Suzuki"))
                .body("items[0].address", equalTo("127.0.0.1"))
                .body("items[0].summary", equalTo("127.0.0.1 からの接続を断りました"))
                .body("items[1].actor", equalTo("Ichiro Suzuki"));
    }

    @Test
    void aForgedHeaderIsNoAddress() {
        put(http.as(admin), 0, tried(ELSEWHERE)).then().statusCode(200);
        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Client-IP")) {
            Refusals.is(http.as(admin).header(header, "192.0.2.1").get("/api/v1/session"), 403, "address-not-allowed");
        }
    }

    @Test
    void aTrialThatNobodyConfirmsEndsByItself() {
        put(http.as(admin), 0, list(HERE)).then().statusCode(200);
        put(http.as(admin), 1, tried(ELSEWHERE)).then().statusCode(200).body("entries.range", equalTo(List.of(HERE)));
        clock.advance(Duration.ofMinutes(9));
        Refusals.is(http.as(admin).get("/api/v1/session"), 403, "address-not-allowed");
        clock.advance(Duration.ofMinutes(2));
        http.as(admin)
                .get("/api/v1/ip-allowlist")
                .then()
                .statusCode(200)
                .body("trial", nullValue())
                .body("entries.range", equalTo(List.of(HERE)));
        Refusals.is(confirm(http.as(admin), 2), 409, "ip-allowlist-not-on-trial");
        lapsed.run();
        assertThat(QuarkusTransaction.requiringNew().call(() -> lists.findList(tenant.id())))
                .hasValueSatisfying(list -> {
                    assertThat(list.trial()).isNull();
                    assertThat(list.version()).isEqualTo(3);
                });
        http.as(admin)
                .header("Accept-Language", "en")
                .queryParam("operation", "ipallowlist.lapse", "ipallowlist.try")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].detail.entries", equalTo(HERE))
                .body("items[0].summary", equalTo("After the trial as before again: " + HERE))
                .body("items[1].summary", equalTo("On trial: " + HERE + " → " + ELSEWHERE));
        lapsed.run();
        Refusals.is(confirm(http.as(admin), 3), 409, "ip-allowlist-not-on-trial");
    }

    @Test
    void withACertificateOneMayComeFromAnywhereWhereThePolicySaysOr() {
        Fixtures.Organisation other = given.tenant("b").withPolicy(OR);
        Person suzuki = other.administrator("Jiro Suzuki");
        put(http.as(suzuki), 0, list(ELSEWHERE)).then().statusCode(200).body("trial", nullValue());
        http.as(suzuki).get("/api/v1/ip-allowlist").then().statusCode(200).body("admitsOwnAddress", equalTo(true));
        logIn(suzuki).then().statusCode(201);
        assertThat(IpAllowlist.admits(Combination.OR_CERTIFICATE, ranges(ELSEWHERE), "127.0.0.1", false))
                .isFalse();
    }

    @Test
    void anOperatorOpensTheDoorAgain() {
        put(http.as(admin), 0, tried(ELSEWHERE)).then().statusCode(200);
        String id = tenant.id().toString();
        http.as(desk)
                .get("/api/v1/tenants/{id}/ip-allowlist", id)
                .then()
                .statusCode(200)
                .body("trial.entries.range", equalTo(List.of(ELSEWHERE)));
        override(http.as(desk), id, 1, list()).then().statusCode(200).body("trial", nullValue());
        http.as(admin).get("/api/v1/session").then().statusCode(200);
        http.as(admin)
                .queryParam("operation", "ipallowlist.change")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].actor", equalTo("Service Desk"))
                .body("items[0].detail.before", equalTo(ELSEWHERE));
    }

    private Response logIn(Person person) {
        return http.cert(person.identity())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session");
    }
}
