package io.shomei.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.profile.CertificateKind;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Never more certificates are out than were contracted. */
@ShomeiTest
class LicencesTest {
    private static final String COUNTED = "{\"quota\":{\"model\":\"LICENCES\"}}";

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Http http;

    @Inject
    Licences licences;

    @Inject
    Policies policies;

    @Inject
    Ids ids;

    @Inject
    TestClock clock;

    @Test
    void aLicenceIsTakenWithTheIssueAndGivenBackWithTheRevocation() {
        Fixtures.Organisation tenant = contract(2);
        Person sato = tenant.officer("Hanako Sato");
        String one = steps.issued(sato, tenant, "one.a.ac.jp").getString("id");
        steps.issued(sato, tenant, "two.a.ac.jp");
        own(sato).body("contracted", equalTo(2)).body("valid", equalTo(2)).body("available", equalTo(0));
        Row three = Row.of(tenant, "three.a.ac.jp");
        steps.apply(sato, three).then().statusCode(422).body("errors.code", equalTo(List.of("233")));
        steps.revoke(sato, one, "SUPERSEDED").then().statusCode(201);
        own(sato).body("valid", equalTo(1)).body("available", equalTo(1));
        // What was refused took neither its name nor its key.
        steps.apply(sato, three).then().statusCode(201);
        own(sato).body("available", equalTo(0));
    }

    @Test
    void rowsBeyondTheContractAreRefusedAndTheOthersIssued() {
        Fixtures.Organisation tenant = contract(3);
        Person sato = tenant.officer("Hanako Sato");
        Row[] rows = IntStream.range(0, 5)
                .mapToObj(i -> Row.of(tenant, "host" + i + ".a.ac.jp"))
                .toArray(Row[]::new);
        JsonPath file = steps.carriedOut(sato, Row.file(rows));
        assertThat(file.getInt("failed")).isEqualTo(2);
        assertThat(steps.codes(sato, file.getString("id")))
                .isEqualTo(List.of(List.of(), List.of(), List.of(), List.of("233"), List.of("233")));
        own(sato).body("valid", equalTo(3)).body("issuing", equalTo(0)).body("available", equalTo(0));
    }

    @Test
    void manyAtOnceNeverOversell() throws Exception {
        Fixtures.Organisation tenant = contract(5);
        Person sato = tenant.officer("Hanako Sato");
        http.as(sato);
        List<Callable<Integer>> applications = IntStream.range(0, 16)
                .mapToObj(i -> Row.of(tenant, "host" + i + ".a.ac.jp", Csrs.key(KeySpec.P256)))
                .<Callable<Integer>>map(row -> () -> steps.apply(sato, row).statusCode())
                .toList();
        try (var executor = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = executor.invokeAll(applications).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(201, 422);
            assertThat(answers.stream().filter(status -> status == 201)).hasSize(5);
        }
        own(sato).body("valid", equalTo(5)).body("available", equalTo(0));
    }

    @Test
    void whatHasExpiredCountsNoMore() {
        Fixtures.Organisation tenant = contract(1);
        Person sato = tenant.officer("Hanako Sato");
        steps.issued(sato, tenant, "one.a.ac.jp");
        assertThat(licences.standing(tenant.id()).available()).isZero();
        assertThat(clock.at(Duration.ofDays(300), () -> licences.standing(tenant.id()))
                        .available())
                .isOne();
    }

    @Test
    void anotherPolicyOrAnotherNumberHoldsAtOnce() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp").withLicences(1);
        Person sato = tenant.officer("Hanako Sato");
        steps.issued(sato, tenant, "one.a.ac.jp");
        steps.issued(sato, tenant, "two.a.ac.jp");
        own(sato).body("model", equalTo("NONE")).body("contracted", nullValue());
        policies.assign(tenant.id(), "research-federation", COUNTED);
        own(sato).body("valid", equalTo(2)).body("available", equalTo(0));
        steps.apply(sato, Row.of(tenant, "three.a.ac.jp")).then().statusCode(422);
        policies.assign(tenant.id(), "research-federation", "{}");
        steps.issued(sato, tenant, "four.a.ac.jp");
        policies.assign(tenant.id(), "research-federation", COUNTED);
        own(sato).body("valid", equalTo(3));
    }

    @Test
    void eachSubjectHasItsOwn() {
        Fixtures.Organisation tenant = given.tenant("a").withPolicy("""
                        {"quota": {"model": "PER_SUBJECT", "renewalOverlap": "P31D"},
                         "certificate": {"maxValidPerSubject": 1, "maxValidDuringRenewal": 2}}""");
        LicenceClaim one = claim("one", Duration.ofDays(300));
        LicenceClaim again = claim("one", Duration.ofDays(365));
        LicenceClaim other = claim("other", Duration.ofDays(365));
        assertThat(claim(tenant, one)).isEmpty();
        assertThat(claim(tenant, one)).as("the same once more").isEmpty();
        assertThat(claim(tenant, again, other)).containsExactly(again.id());
        entered(tenant, one);
        // Within the overlap its successor can be issued.
        assertThat(clock.at(Duration.ofDays(270), () -> claim(tenant, again))).isEmpty();
    }

    @Test
    void whatNothingCameOfIsGivenBack() {
        Fixtures.Organisation tenant = contract(1);
        LicenceClaim interrupted = claim("one", Duration.ofDays(300));
        assertThat(claim(tenant, interrupted)).isEmpty();
        assertThat(licences.standing(tenant.id()).issuing()).isOne();
        LicenceClaim next = claim("two", Duration.ofDays(300));
        assertThat(claim(tenant, next)).containsExactly(next.id());
        licences.releaseAbandoned(Duration.ofSeconds(-1));
        assertThat(claim(tenant, next)).isEmpty();
    }

    @Test
    void operatorsAndTheTenantsOwnPeopleSeeHowItStands() {
        Fixtures.Organisation tenant = contract(7);
        Person desk = given.operator("Service Desk");
        String id = tenant.id().toString();
        http.as(desk)
                .get("/api/v1/tenants/{id}/licences", id)
                .then()
                .statusCode(200)
                .body("model", equalTo("LICENCES"))
                .body("contracted", equalTo(7))
                .body("available", equalTo(7));
        own(tenant.administrator("Jiro Mori")).body("available", equalTo(7));
        Refusals.is(http.as(desk).get("/api/v1/tenants/{id}/licences", "no-id"), 404, "not-found");
        Refusals.needs(
                http, tenant.officer("Hanako Sato"), request -> request.get("/api/v1/tenants/{id}/licences", id));
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/licences"));
    }

    private Fixtures.Organisation contract(int number) {
        return given.tenant("a").withDomain("a.ac.jp").withPolicy(COUNTED).withLicences(number);
    }

    private ValidatableResponse own(Person person) {
        return http.as(person).get("/api/v1/licences").then().statusCode(200);
    }

    private LicenceClaim claim(String subject, Duration lifetime) {
        return new LicenceClaim(
                new CertificateId(ids.next()),
                CertificateKind.USER,
                subject,
                false,
                clock.instant().plus(lifetime));
    }

    private Set<CertificateId> claim(Fixtures.Organisation tenant, LicenceClaim... claims) {
        return QuarkusTransaction.requiringNew()
                .call(() -> licences.claim(tenant.id(), policies.of(tenant.id()), List.of(claims)));
    }

    private void entered(Fixtures.Organisation tenant, LicenceClaim claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> licences.entered(tenant.id(), policies.of(tenant.id()), List.of(claim.id())));
    }
}
