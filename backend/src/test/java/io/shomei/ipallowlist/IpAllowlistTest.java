package io.shomei.ipallowlist;

import static io.shomei.ipallowlist.Lists.AND;
import static io.shomei.ipallowlist.Lists.ELSEWHERE;
import static io.shomei.ipallowlist.Lists.HERE;
import static io.shomei.ipallowlist.Lists.OFF;
import static io.shomei.ipallowlist.Lists.confirm;
import static io.shomei.ipallowlist.Lists.entry;
import static io.shomei.ipallowlist.Lists.list;
import static io.shomei.ipallowlist.Lists.override;
import static io.shomei.ipallowlist.Lists.put;
import static io.shomei.ipallowlist.Lists.ranges;
import static io.shomei.ipallowlist.Lists.tried;
import static io.shomei.ipallowlist.Lists.upload;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of addresses that people may come from, and its trial. */
@ShomeiTest
class IpAllowlistTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Policies policies;

    @Inject
    IpAllowlistRepository lists;

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

    @Test
    void aListIsKeptInOneFormAndToldOf() {
        http.as(admin)
                .get("/api/v1/ip-allowlist")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("combine", equalTo("AND"))
                .body("entries", empty())
                .body("ownAddress", equalTo("127.0.0.1"))
                .body("admitsOwnAddress", equalTo(true))
                .body("trialPeriod", equalTo("PT10M"));
        put(
                        http.as(admin),
                        0,
                        Map.of(
                                "entries",
                                List.of(entry("127.0.0.1/32"), entry("2001:DB8::/32")),
                                "comment",
                                "new office"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("entries.range", equalTo(List.of("127.0.0.1", "2001:db8::/32")))
                .body("entries[0].memo", equalTo("head office"))
                .body("trial", nullValue())
                .body("changedBy", equalTo("Ichiro Suzuki"));
        http.as(admin)
                .queryParam("operation", "ipallowlist.change")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].summary", equalTo("制限なし → 127.0.0.1, 2001:db8::/32"))
                .body("items[0].detail.entries", equalTo("127.0.0.1, 2001:db8::/32"))
                .body("items[0].detail.comment", equalTo("new office"));
    }

    @Test
    void officersSetTheListToo() {
        Person officer = tenant.officer("Hanako Sato");
        put(http.as(officer), 0, list(HERE)).then().statusCode(200);
        http.as(officer).get("/api/v1/ip-allowlist").then().statusCode(200);
    }

    /** AT-66. */
    @Test
    void aListWithoutOnesOwnAddressIsNotAppliedUntilThatIsConfirmed() {
        put(http.as(admin), 0, list(ELSEWHERE))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/own-address-missing"))
                .body("detail", equalTo("127.0.0.1"));
        http.as(admin).get("/api/v1/ip-allowlist").then().statusCode(200).body("entries", empty());
    }

    /** The one who shut themselves out is back at the listed address, which a test can only play by widening the trial. */
    @Test
    void aTrialIsKeptOnceItIsConfirmedFromWhereItLetsPeopleIn() {
        put(http.as(admin), 0, tried(ELSEWHERE)).then().statusCode(200);
        onTrialBy(1, ELSEWHERE, HERE);
        clock.advance(Duration.ofSeconds(6));
        Refusals.is(confirm(http.as(admin), 7), 412, "changed-meanwhile");
        confirm(http.as(admin), 1)
                .then()
                .statusCode(200)
                .body("trial", nullValue())
                .body("entries.range", equalTo(List.of(ELSEWHERE, HERE)));
        clock.advance(Duration.ofMinutes(11));
        http.as(admin)
                .get("/api/v1/ip-allowlist")
                .then()
                .body("version", equalTo(2))
                .body("entries.range", equalTo(List.of(ELSEWHERE, HERE)));
    }

    /** Another copy of the platform may let people in for a few seconds by the list before. */
    @Test
    void whoeverTheTrialDoesNotLetInDoesNotConfirmIt() {
        put(http.as(admin), 0, list(HERE)).then().statusCode(200);
        http.as(admin).get("/api/v1/session").then().statusCode(200);
        onTrialBy(2, ELSEWHERE);
        Refusals.is(confirm(http.as(admin), 2), 422, "own-address-missing");
    }

    @Test
    void whereThePolicyHasNoListNoneIsSet() {
        policies.assign(tenant.id(), "research-federation", OFF);
        http.as(admin).get("/api/v1/ip-allowlist").then().statusCode(200).body("combine", equalTo("OFF"));
        Refusals.is(put(http.as(admin), 0, list(HERE)), 403, "ip-allowlist-off");
        Refusals.is(confirm(http.as(admin), 0), 403, "ip-allowlist-off");
        Refusals.is(override(http.as(desk), tenant.id().toString(), 0, list(HERE)), 403, "ip-allowlist-off");
    }

    @Test
    void aListWithFaultsIsNotTakenAndAllAreTold() {
        Response answer = put(
                http.as(admin),
                0,
                Map.of("entries", List.of(entry(HERE), entry("office.example.jp"), entry("192.0.2.7/24"))));
        Refusals.is(answer, 422, "ip-allowlist-faulty");
        answer.then()
                .body("errors.pointer", equalTo(List.of("/entries/1/range", "/entries/2/range")))
                .body("errors.code", equalTo(List.of("NotAnAddress", "HostBitsSet")))
                .body("errors[1].cure", equalTo("アドレスのときは 192.0.2.7、範囲のときは 192.0.2.0/24 と記入してください。"));
        Refusals.is(override(http.as(desk), tenant.id().toString(), 0, list("nonsense")), 422, "ip-allowlist-faulty");
        Refusals.is(
                http.as(admin).contentType(ContentType.JSON).body(list(HERE)).put("/api/v1/ip-allowlist"),
                400,
                "malformed-request");
    }

    @Test
    void aChangeOfAnOlderListIsRefused() {
        put(http.as(admin), 0, list(HERE)).then().statusCode(200);
        Refusals.is(put(http.as(admin), 0, list(HERE)), 412, "changed-meanwhile");
        Refusals.is(override(http.as(desk), tenant.id().toString(), 0, list()), 412, "changed-meanwhile");
    }

    /** Operators have a list of their own, and the same guard. */
    @Test
    void theGuardHoldsForOperatorsToo() {
        String platform = TenantId.PLATFORM.toString();
        try {
            policies.assign(TenantId.PLATFORM, "platform", AND);
            int version = http.as(desk).get("/api/v1/ip-allowlist").jsonPath().getInt("version");
            Refusals.is(override(http.as(desk), platform, version, list(ELSEWHERE)), 422, "own-address-missing");
            override(http.as(desk), platform, version, list(HERE)).then().statusCode(200);
        } finally {
            policies.assign(TenantId.PLATFORM, "platform", "{}");
        }
    }

    @Test
    void aListIsLookedAtBeforeItIsSet() {
        http.as(admin)
                .contentType(ContentType.JSON)
                .body(list(ELSEWHERE))
                .post("/api/v1/ip-allowlist/check")
                .then()
                .statusCode(200)
                .body("entries.range", equalTo(List.of(ELSEWHERE)))
                .body("faults", empty())
                .body("ownAddress", equalTo("127.0.0.1"))
                .body("admitsOwnAddress", equalTo(false));
        http.as(admin).get("/api/v1/ip-allowlist").then().body("version", equalTo(0));
    }

    @Test
    void aFileIsLookedAtAsAWhole() {
        upload(http.as(admin), "IPアドレス,メモ\n127.0.0.0/8,本社\nnowhere,支社\n")
                .then()
                .statusCode(200)
                .body("encoding", equalTo("UTF-8"))
                .body("entries.memo", equalTo(List.of("本社")))
                .body("faults[0].row", equalTo(3))
                .body("faults[0].column", equalTo(1))
                .body("faults[0].code", equalTo("NotAnAddress"))
                .body("faults[0].cure", notNullValue())
                .body("admitsOwnAddress", equalTo(true));
        Refusals.is(upload(http.as(admin), "PK\u0003\u0004\u0000"), 422, "ip-allowlist-file-unreadable");
        Refusals.is(
                http.as(admin).multiPart("other", "nothing").post("/api/v1/ip-allowlist/check"),
                422,
                "ip-allowlist-file-missing");
    }

    @Test
    void onlyThoseWhoMayReadAndChangeIt() {
        Person user = tenant.user("Saburo Tanaka");
        String id = tenant.id().toString();
        Refusals.needs(http, user, request -> request.get("/api/v1/ip-allowlist"));
        Refusals.needs(http, user, request -> put(request, 0, list(HERE)));
        Refusals.needs(http, user, request -> confirm(request, 0));
        Refusals.needs(
                http,
                user,
                request ->
                        request.contentType(ContentType.JSON).body(list(HERE)).post("/api/v1/ip-allowlist/check"));
        Refusals.needs(http, admin, request -> request.get("/api/v1/tenants/{id}/ip-allowlist", id));
        Refusals.needs(http, admin, request -> override(request, id, 0, list(HERE)));
    }

    @Test
    void aTenantThatIsNoneIsNotFound() {
        for (String nobody : List.of("no-id", "0197a1b2-0000-7000-8000-000000000001")) {
            Refusals.is(http.as(desk).get("/api/v1/tenants/{id}/ip-allowlist", nobody), 404, "not-found");
            Refusals.is(override(http.as(desk), nobody, 0, list(HERE)), 404, "not-found");
        }
    }

    @Test
    void oneTenantsListIsNotAnothers() {
        put(http.as(admin), 0, tried(ELSEWHERE)).then().statusCode(200);
        Person other = given.tenant("b").withPolicy(AND).administrator("Jiro Suzuki");
        http.as(other).get("/api/v1/ip-allowlist").then().statusCode(200).body("version", equalTo(0));
    }

    /** As another copy of the platform would put a list on trial: this one learns of it a little later. */
    private void onTrialBy(int version, String... ranges) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<AllowedRange> before = lists.lock(tenant.id()).entries();
            var trial = new IpAllowlist.Trial(ranges(ranges), clock.instant().plusSeconds(600));
            lists.store(tenant.id(), new IpAllowlist(version, before, trial, null, null));
        });
    }
}
