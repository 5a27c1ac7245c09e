package io.shomei.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Certifier;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Profiles as operators and officers see them, and their versions. */
@ShomeiTest
class ChangeProfileTest {
    /** A profile of this test's own: others issue certificates of those that are delivered. */
    private static final String ID = "change-test";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Profiles profiles;

    @Inject
    ProfileVersions versions;

    @Inject
    ProfileRepository repository;

    @Inject
    Trials trials;

    @Inject
    InstantSource clock;

    private Person desk;

    @BeforeEach
    void anOperatorAndAProfile() {
        desk = given.operator("Service Desk");
        if (profiles.find(ID).isEmpty()) {
            versions.establish(List.of(named(ID, 1, profiles.get("saas-site"))));
        }
    }

    @Test
    void aProfileIsShownWholeWithItsVersion() {
        http.as(desk)
                .header("Accept-Language", "en")
                .get("/api/v1/profiles/3")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + profiles.get("3").version() + "\""))
                .body("name", equalTo("Server RSA"))
                .body("names.ja", equalTo("サーバ RSA"))
                .body("programme", equalTo("PRIVATE_TLS"))
                .body("keys", equalTo(List.of("RSA_2048")))
                .body("ceilings.source", equalTo("BR 6.3.2"))
                .body("ceilings.steps[1].from", equalTo("2027-03-15"))
                .body("authorityLabel", equalTo("Server CA RSA"))
                .body("purposes", equalTo(List.of("SERVER_AUTH")))
                .body("keyUsage", equalTo(List.of("DIGITAL_SIGNATURE", "KEY_ENCIPHERMENT")))
                .body("subject.type", equalTo(List.of("CN", "O", "L", "ST", "C")))
                .body("alternativeNames", equalTo(List.of("DNS")))
                .body("deliveries", equalTo(List.of("CERTIFICATE")))
                .body("limits.longest", equalTo("P199D"));
    }

    @Test
    void anOfficerSeesPermittedProfilesOnly() {
        Fixtures.Organisation tenant = given.tenant("a").withPolicy("{\"profiles\":{\"permitted\":[\"12\"]}}");
        Person sato = tenant.officer("Hanako Sato");
        http.as(sato).get("/api/v1/profiles/12").then().statusCode(200).body("id", equalTo("12"));
        Refusals.is(http.as(sato).get("/api/v1/profiles/3"), 404, "not-found");
        Refusals.is(http.as(desk).get("/api/v1/profiles/none"), 404, "not-found");
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/profiles/12"));
    }

    @Test
    void aChangeIsANewVersionAndTheOldOneStaysReadable() {
        Profile before = profiles.get(ID);
        Period period = before.lifetime().period().equals(Period.ofMonths(7)) ? Period.ofMonths(8) : Period.ofMonths(7);
        Map<String, Object> settings = settings(before);
        settings.put("validity", period.toString());
        settings.put("keys", List.of("RSA_3072", "P384"));
        change(before.version(), settings)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + (before.version() + 1) + "\""))
                .body("version", equalTo(before.version() + 1))
                .body("validity", equalTo(period.toString()))
                .body("key", equalTo(List.of("RSA 3072", "EC P-384")))
                .body("changedBy", equalTo(desk.name()));
        Profile after = profiles.get(ID);
        assertThat(after.lifetime().period()).isEqualTo(period);
        assertThat(after.purposes()).isEqualTo(before.purposes());
        assertThat(profiles.find(ID, before.version())).contains(before);
        assertThat(profiles.find(ID, after.version())).contains(after);
        assertThat(profiles.find(ID, after.version() + 1)).isEmpty();
        http.as(desk)
                .get("/api/v1/profiles/{id}/versions", ID)
                .then()
                .statusCode(200)
                .body("items[0].version", equalTo(after.version()))
                .body("items[0].comment", equalTo("for a test"))
                .body("items[0].changes.field", hasItem("PERIOD"))
                .body(
                        "items[0].changes.find { it.field == 'PERIOD' }.before",
                        equalTo(before.lifetime().period().toString()))
                .body("items[-1].version", equalTo(1))
                .body("items[-1].changes", hasSize(0))
                .body("items[-1].changedBy", equalTo("Shomei"));
        http.as(desk)
                .queryParam("operation", "profile.change")
                .get("/api/v1/audit-events")
                .then()
                .body("items[0].detail", hasEntry("version", String.valueOf(after.version())))
                .body("items[0].detail.period", equalTo(before.lifetime().period() + " → " + period))
                .body("items[0].actor", equalTo(desk.name()));
    }

    @Test
    void whatDiffersInNothingIsNoVersion() {
        Profile before = profiles.get(ID);
        change(before.version(), settings(before)).then().statusCode(200).body("version", equalTo(before.version()));
        assertThat(profiles.get(ID)).isEqualTo(before);
    }

    @Test
    void limitsAreNotUndercutAndEverythingIsToldTogether() {
        Profile before = profiles.get(ID);
        Map<String, Object> settings = settings(before);
        settings.put("names", Map.of("ja", " ", "en", "SaaS"));
        settings.put("keys", List.of());
        settings.put("authority", "nowhere");
        settings.put("validity", "P99Y");
        settings.put("policy", "2.5.29.32.0");
        Response refused = change(before.version(), settings);
        Refusals.is(refused, 422, "profile-faulty");
        refused.then()
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/settings/names/ja",
                                "/settings/keys",
                                "/settings/authority",
                                "/settings/validity",
                                "/settings/policy"))
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "name-empty", "keys-empty", "authority-unknown", "period-too-long", "policy-any"));
        Map<String, Object> server = settings(profiles.get("3"));
        server.put("validity", "P398D");
        server.put("keys", List.of("RSA_2048", "P256"));
        Refusals.is(change("3", profiles.get("3").version(), server), 422, "profile-faulty");
        assertThat(profiles.get(ID)).isEqualTo(before);
    }

    @Test
    void whoChangesWhatSomebodyElseChangedIsTold() {
        Profile before = profiles.get(ID);
        Refusals.is(change(before.version() + 1, settings(before)), 412, "changed-meanwhile");
        Refusals.is(change("none", 1, settings(before)), 404, "not-found");
    }

    @Test
    void onlyOperatorsChangeProfilesAndSeeTheirVersions() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        Profile before = profiles.get(ID);
        Refusals.needs(http, sato, request -> change(request, ID, before.version(), settings(before)));
        Refusals.needs(http, sato, request -> request.get("/api/v1/profiles/{id}/versions", ID));
        Refusals.is(http.as(desk).get("/api/v1/profiles/none/versions"), 404, "not-found");
    }

    @Test
    void whatIsNoChangeAtAllIsMalformed() {
        Profile before = profiles.get(ID);
        Map<String, Object> settings = settings(before);
        settings.put("validity", "soon");
        Refusals.is(change(before.version(), settings), 400, "malformed-request");
        Refusals.is(
                http.as(desk)
                        .contentType(ContentType.JSON)
                        .body(Map.of("settings", settings(before), "comment", "without a version"))
                        .put("/api/v1/profiles/{id}", ID),
                400,
                "malformed-request");
    }

    @Test
    void anotherCopysChangeIsNoticedWithinSeconds() {
        Profile before = profiles.get(ID);
        Profile next = before.with(
                before.version() + 1,
                new ProfileSettings(
                        before.name(),
                        Set.of(KeySpec.RSA_4096),
                        before.authority(),
                        before.lifetime().period(),
                        before.lifetime().rounding(),
                        before.policy()));
        assertThat(repository.add(new ProfileVersion(next, 1, clock.instant(), "another copy", "")))
                .isTrue();
        assertThat(profiles.get(ID)).isEqualTo(before);
        ((TestClock) clock).advance(Duration.ofSeconds(6));
        assertThat(profiles.get(ID)).isEqualTo(next);
        assertThat(repository.add(new ProfileVersion(next, 1, clock.instant(), "another copy", "")))
                .as("the same number twice")
                .isFalse();
    }

    /** What a release brings reaches an installation, and what its operators decided stays decided. */
    @Test
    void aReleaseKeepsWhatOperatorsChanged() {
        String id = "release-test";
        Profile first = named(id, 1, profiles.get(ID));
        versions.establish(List.of(first));
        assertThat(profiles.get(id).version()).isEqualTo(1);
        versions.establish(List.of(first));
        assertThat(versions.versions(id)).as("nothing new").hasSize(1);

        Map<String, Object> settings = settings(profiles.get(id));
        settings.put("validity", "P5M");
        change(id, 1, settings).then().statusCode(200);
        Profile release = new Profile(
                id,
                2,
                new Profile.Name("新しい名称", "A new name"),
                first.kind(),
                first.programme(),
                first.keys(),
                first.authority(),
                first.lifetime(),
                first.purposes(),
                first.usages(),
                first.subject(),
                first.alternativeNames(),
                first.policy(),
                Set.of(Delivery.P12, Delivery.AGENT),
                first.limits());
        versions.establish(List.of(release));
        Profile merged = profiles.get(id);
        assertThat(merged.version()).isEqualTo(3);
        assertThat(merged.lifetime().period()).isEqualTo(Period.ofMonths(5));
        assertThat(merged.name().en()).isEqualTo("A new name");
        assertThat(merged.deliveries()).containsExactly(Delivery.P12, Delivery.AGENT);
        versions.establish(List.of(first));
        assertThat(profiles.get(id)).as("an older release changes nothing").isEqualTo(merged);
    }

    /** What the lints would refuse at every issue is refused when it is saved, with the rule; a dry run shows it. */
    @Test
    void aProfileThatItsLintsForbidIsNotSaved() {
        Map<String, Object> settings = settings(profiles.get("12"));
        settings.put("authority", "code-signing");
        Response refused = change("12", profiles.get("12").version(), settings);
        Refusals.is(refused, 422, "profile-faulty");
        refused.then()
                .body("errors.code", equalTo(List.of("lint-failed")))
                .body("errors[0].pointer", equalTo("/keys"))
                .body("errors[0].message", containsString("PurposesLieWithinTheIssuers"));

        settings.put("authority", "server-p256");
        settings.put("policy", "2.23.140.1.2.2");
        change("12", profiles.get("12").version(), settings)
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("ReservedPoliciesFitTheProgramme"));
    }

    @Test
    void aDeliveredProfileThatItsLintsForbidKeepsThePlatformFromStarting() {
        Profile bent = Certifier.signedBy("timestamp", named("bent", 1, profiles.get("9")));
        assertThatThrownBy(() -> versions.establish(List.of(bent)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the delivered profile bent")
                .hasMessageContaining("PurposesLieWithinTheIssuers");
        assertThat(profiles.find("bent")).isEmpty();
    }

    /** Each kind of key of every profile, today and when the ceilings change; and so does everything that operators may choose. */
    @Test
    void everythingThatIsDeliveredOrOfferedPassesItsLints() {
        for (Profile profile : profiles.all()) {
            ProfileSettings settings = profile.settings();
            Profile widest = profile.with(
                    0,
                    new ProfileSettings(
                            settings.name(),
                            profile.limits().keys(),
                            settings.authority(),
                            profile.limits().longest(),
                            settings.rounding(),
                            settings.policy()));
            assertThat(trials.failures(profile)).as(profile.id()).isEmpty();
            assertThat(trials.failures(widest)).as(profile.id()).isEmpty();
        }
    }

    private static Profile named(String id, int version, Profile like) {
        return new Profile(
                id,
                version,
                like.name(),
                like.kind(),
                like.programme(),
                like.keys(),
                like.authority(),
                like.lifetime(),
                like.purposes(),
                like.usages(),
                like.subject(),
                like.alternativeNames(),
                like.policy(),
                like.deliveries(),
                like.limits());
    }

    private Response change(int base, Map<String, Object> settings) {
        return change(ID, base, settings);
    }

    private Response change(String id, int base, Map<String, Object> settings) {
        return change(http.as(desk), id, base, settings);
    }

    private static Response change(RequestSpecification request, String id, int base, Map<String, Object> settings) {
        return request.contentType(ContentType.JSON)
                .header("If-Match", "\"" + base + "\"")
                .body(Map.of("settings", settings, "comment", "for a test"))
                .put("/api/v1/profiles/{id}", id);
    }

    private static Map<String, Object> settings(Profile profile) {
        return new HashMap<>(Map.of(
                "names", Map.of("ja", profile.name().ja(), "en", profile.name().en()),
                "keys", profile.keys().stream().map(Enum::name).toList(),
                "authority", profile.authority(),
                "validity", profile.lifetime().period().toString(),
                "rounding", profile.lifetime().rounding().name(),
                "policy", profile.policy()));
    }
}
