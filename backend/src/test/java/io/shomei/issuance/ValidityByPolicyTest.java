package io.shomei.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.testing.Certifier;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates last as long as the policy says that holds for their tenant when they are issued. */
@ShomeiTest
class ValidityByPolicyTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    Fixtures given;

    @Inject
    Certifier certifier;

    @Inject
    Profiles profiles;

    @Inject
    Policies policies;

    @Inject
    TestClock clock;

    @Inject
    Http http;

    @Inject
    Steps steps;

    /** What tells them apart is the data of their presets, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "bank-fx,bank-user,2028-01-28T00:00:00Z,2029-01-27T23:59:59Z",
        // 09:00:00 and 08:59:59 in Japan: the day in UTC changes between them, and with it the end.
        "bank-corporate,bank-user,2028-01-27T23:59:59Z,2029-01-27T23:59:59Z",
        "bank-corporate,bank-user,2028-01-28T00:00:00Z,2029-01-28T23:59:59Z",
        "saas-groupware,saas-client,2028-02-29T15:00:00Z,2029-02-28T14:59:59Z",
        // Officers: 25 months to the end of the day in Japan.
        "research-federation,1,2028-01-31T14:59:59Z,2030-02-28T14:59:59Z",
        "research-federation,1,2028-01-31T15:00:00Z,2030-03-01T14:59:59Z",
        // Servers: 99 days, of which the last one that is whole.
        "research-federation,12,2028-03-01T10:00:00Z,2028-06-07T14:59:59Z"
    })
    void eachPresetPutsTheEndWhereItsDataSays(String preset, String profile, Instant issued, Instant end) {
        TenantId tenant = given.tenant("a").withPreset(preset).id();
        clock.stopAt(issued);
        assertThat(issue(tenant, profile).notAfter()).isEqualTo(end);
    }

    /** Expired from 09:00:00 on, as the screens of the bank say it. */
    @Test
    void theEndOfAUtcDayIsShortBeforeNineInJapan() {
        TenantId tenant = given.tenant("a").withPreset("bank-corporate").id();
        clock.stopAt(Instant.parse("2028-01-27T03:04:05.678Z"));
        Profile.Validity validity = issue(tenant, "bank-user");
        assertThat(validity.notBefore()).isEqualTo("2028-01-27T03:04:05Z");
        assertThat(LocalDateTime.ofInstant(validity.notAfter(), TOKYO)).isEqualTo("2029-01-28T08:59:59");
    }

    @ParameterizedTest
    @CsvSource({
        // A month from 31 January is the last of February; a month and a day the day after that.
        "P1M,EXACT,2027-01-31T10:00:00Z,2027-02-28T09:59:59Z",
        "P1M,EXACT,2028-01-31T10:00:00Z,2028-02-29T09:59:59Z",
        "P1M1D,EXACT,2027-01-31T10:00:00Z,2027-03-01T09:59:59Z",
        "P1M1D,END_OF_UTC_DAY,2027-02-28T23:59:59Z,2027-03-29T23:59:59Z",
        "P1M,END_OF_UTC_DAY,2027-01-31T23:59:59Z,2027-02-28T23:59:59Z",
        "P1M,END_OF_UTC_DAY,2027-02-01T00:00:00Z,2027-03-01T23:59:59Z",
        // 31 January 23:30 in Japan, and half an hour later.
        "P1M,END_OF_LOCAL_DAY,2027-01-31T14:30:00Z,2027-02-28T14:59:59Z",
        "P1M,END_OF_LOCAL_DAY,2027-01-31T15:00:00Z,2027-03-01T14:59:59Z",
        // More than the profile allows is not to be had.
        "P5Y,EXACT,2027-01-31T10:00:00Z,2029-02-28T09:59:59Z"
    })
    void monthsFollowTheCalendar(String validity, String rounding, Instant issued, Instant end) {
        TenantId tenant = given.tenant("a")
                .withPreset("bank-fx")
                .withPolicy("{\"certificate\":{\"validity\":\"%s\",\"notAfterRounding\":\"%s\"}}"
                        .formatted(validity, rounding))
                .id();
        clock.stopAt(issued);
        assertThat(issue(tenant, "bank-user").notAfter()).isEqualTo(end);
    }

    @Test
    void aChangedPolicyHoldsForWhatIsIssuedNext() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        var before = steps.issued(sato, tenant, "before.a.ac.jp");
        policies.assign(
                tenant.id(),
                "research-federation",
                "{\"certificate\":{\"validity\":\"P10D\",\"notAfterRounding\":\"EXACT\"}}");
        var after = steps.issued(sato, tenant, "after.a.ac.jp");
        http.as(sato)
                .get("/api/v1/certificates/{id}", before.getString("id"))
                .then()
                .body("policyVersion", equalTo(1))
                .body("profileVersion", equalTo(profiles.get("12").version()));
        var detail = http.as(sato)
                .get("/api/v1/certificates/{id}", after.getString("id"))
                .then()
                .body("policyVersion", equalTo(2))
                .extract()
                .jsonPath();
        assertThat(Instant.parse(detail.getString("notAfter")))
                .isEqualTo(Instant.parse(detail.getString("notBefore")).plusSeconds(10 * 86_400 - 1));
    }

    @Test
    void aDryRunTellsWhatTheIssueThenDoes() {
        Fixtures.Organisation tenant = given.tenant("a")
                .withDomain("a.ac.jp")
                .withPolicy("{\"certificate\":{\"validity\":\"P1M\",\"notAfterRounding\":\"END_OF_UTC_DAY\"}}");
        Person sato = tenant.officer("Hanako Sato");
        Row row = Row.of(tenant, "www.a.ac.jp", Csrs.key(KeySpec.P256));
        String told = http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of("csr", row.cells().get(Row.CSR - 1)))
                .post("/api/v1/profiles/{id}/dry-run", "12")
                .then()
                .statusCode(200)
                .body("policyVersion", equalTo(2))
                .body("validity.period", equalTo("P1M"))
                .body("validity.rounding", equalTo("END_OF_UTC_DAY"))
                .body("validity.bound", equalTo("PERIOD"))
                .extract()
                .path("validity.notAfter");
        String id = steps.apply(sato, row).then().statusCode(201).extract().path("id");
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("notAfter", equalTo(told))
                .body("policyVersion", equalTo(2));
    }

    private Profile.Validity issue(TenantId tenant, String profile) {
        return certifier
                .issue(tenant, profiles.get(profile), KeySpec.P256, "p" + NAMES.incrementAndGet() + ".a.ac.jp")
                .issued()
                .validity();
    }
}
