package io.shomei.profile;

import static io.shomei.policy.Rounding.END_OF_LOCAL_DAY;
import static io.shomei.policy.Rounding.END_OF_UTC_DAY;
import static io.shomei.policy.Rounding.EXACT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.pki.Der;
import io.shomei.policy.Policy.CertificateTerms;
import io.shomei.policy.Policy.Supersession;
import io.shomei.policy.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When certificates end. */
class LifetimeTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");

    /** Baseline Requirements 6.3.2: at most 200, 100 and 47 days, both ends included. What counts is the moment of issue. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-14T23:59:59Z,199",
        "2026-03-15T00:00:00Z,199",
        "2026-11-22T10:00:00Z,199",
        "2027-03-14T23:59:59Z,199",
        "2027-03-15T00:00:00Z,99",
        "2028-02-29T12:00:00Z,99",
        "2029-03-14T23:59:59Z,99",
        "2029-03-15T00:00:00Z,46",
        "2035-01-01T00:00:00Z,46"
    })
    void serverCertificatesAreAsLongAsTheirDateOfIssueAllows(Instant now, int days) {
        for (String id : List.of("3", "11", "12")) {
            Profile.Validity validity = shipped(id).from(now, TOKYO, LATE).validity();
            assertThat(validity.notBefore()).isEqualTo(now);
            // notAfter is inclusive: the second after it is not part of the validity any more.
            assertThat(validity.notAfter())
                    .isEqualTo(now.plus(Duration.ofDays(days)).minusSeconds(1));
        }
    }

    /** Code Signing BR 6.3.2: 460 days. */
    @ParameterizedTest
    @CsvSource("9,2026-11-22T10:00:00Z,397")
    void codeSigningHasCeilingsToo(String id, Instant now, long atMostDays) {
        Lifetime lifetime = shipped(id);
        Profile.Validity validity = lifetime.from(now, TOKYO, LATE).validity();
        Duration length = Duration.between(validity.notBefore(), validity.notAfter());
        assertThat(length).isLessThan(Duration.ofDays(atMostDays)).isGreaterThan(Duration.ofDays(atMostDays - 2));
        Lifetime endless = new Lifetime(Period.ofYears(30), EXACT, lifetime.ceilings());
        assertThat(endless.from(now, TOKYO, LATE).bound()).isEqualTo(Lifetime.Bound.CEILING);
    }

    @ParameterizedTest
    @CsvSource({
        // The same second a year later, minus one.
        "2027-04-01T10:00:00Z,P1Y,EXACT,2028-04-01T09:59:59Z",
        // The bank's manual: 08:59:59 in Japan.
        "2027-04-01T10:00:00Z,P1Y,END_OF_UTC_DAY,2028-04-01T23:59:59Z",
        "2027-04-01T00:00:00Z,P1Y,END_OF_UTC_DAY,2028-04-01T23:59:59Z",
        "2027-04-01T23:59:59Z,P1Y,END_OF_UTC_DAY,2028-04-01T23:59:59Z",
        // 1 April 19:00 and 2 April 00:00 in Japan.
        "2027-04-01T10:00:00Z,P1Y,END_OF_LOCAL_DAY,2028-04-01T14:59:59Z",
        "2027-04-01T15:00:00Z,P1Y,END_OF_LOCAL_DAY,2028-04-02T14:59:59Z",
        // A month from 31 January, a year from 29 February.
        "2027-01-31T12:00:00Z,P1M,EXACT,2027-02-28T11:59:59Z",
        "2028-01-31T12:00:00Z,P1M,END_OF_UTC_DAY,2028-02-29T23:59:59Z",
        "2028-02-29T00:00:00Z,P1Y,EXACT,2029-02-27T23:59:59Z",
        "2028-02-29T00:00:00Z,P1Y,END_OF_UTC_DAY,2029-02-28T23:59:59Z",
        // 29 February in Japan is still 28 February in UTC.
        "2028-02-28T16:00:00Z,P1Y,END_OF_LOCAL_DAY,2029-02-28T14:59:59Z",
        "2028-02-28T16:00:00Z,P1Y,END_OF_UTC_DAY,2029-02-28T23:59:59Z",
        // Fractions of a second begin with the second they are in.
        "2028-01-31T12:34:56.789Z,P25M,EXACT,2030-02-28T12:34:55Z"
    })
    void theEndIsPutWhereTheRoundingSays(Instant now, Period period, Rounding rounding, Instant end) {
        Lifetime.Reckoning reckoning = new Lifetime(period, rounding, Ceilings.NONE).from(now, TOKYO, LATE);
        assertThat(reckoning.validity().notAfter()).isEqualTo(end);
        assertThat(reckoning.bound()).isEqualTo(Lifetime.Bound.PERIOD);
        assertThat(reckoning.wished()).isEqualTo(end);
    }

    /** What the policy says comes first; what it leaves open, and how far it may go, the profile says. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Profile 5: 52 months at most, with the local day. Officers, bank users: P1Y, EXACT, up to 25 months.
                "5,-,-,P52M,END_OF_LOCAL_DAY",
                "5,P1Y,-,P1Y,END_OF_LOCAL_DAY",
                "5,-,EXACT,P52M,EXACT",
                "5,P5Y,END_OF_UTC_DAY,P52M,END_OF_UTC_DAY",
                "bank-user,P1Y,END_OF_UTC_DAY,P1Y,END_OF_UTC_DAY",
                "bank-user,P25M,EXACT,P25M,EXACT",
                "bank-user,P26M,EXACT,P25M,EXACT",
                "saas-client,P3Y,-,P3Y,EXACT",
                "12,P1Y,END_OF_LOCAL_DAY,P199D,END_OF_LOCAL_DAY"
            })
    void aPolicyComesBeforeTheProfileWithinItsLimits(
            String id, Period validity, Rounding rounding, Period period, Rounding put) {
        Lifetime lifetime =
                profile(id).lifetimeUnder(new CertificateTerms(validity, rounding, 1, 2, Supersession.NEVER, false));
        assertThat(lifetime.period()).isEqualTo(period);
        assertThat(lifetime.rounding()).isEqualTo(put);
        assertThat(lifetime.ceilings()).isEqualTo(shipped(id).ceilings());
    }

    @Test
    void aRoundedEndStaysBelowItsCeiling() {
        Ceilings ceilings = shipped("3").ceilings();
        Instant now = Instant.parse("2027-03-15T10:00:00Z");
        Lifetime.Reckoning reckoning =
                new Lifetime(Period.ofDays(199), END_OF_UTC_DAY, ceilings).from(now, TOKYO, LATE);
        assertThat(reckoning.validity().notAfter()).isEqualTo("2027-06-21T23:59:59Z");
        assertThat(reckoning.bound()).isEqualTo(Lifetime.Bound.CEILING);
        assertThat(reckoning.ceiling()).isEqualTo(ceilings.steps().get(1));
        assertThat(new Lifetime(Period.ofDays(199), END_OF_LOCAL_DAY, ceilings)
                        .from(now, TOKYO, LATE)
                        .validity()
                        .notAfter())
                .isEqualTo("2027-06-21T14:59:59Z");
    }

    @Test
    void nothingOutlivesItsAuthority() {
        Instant now = Instant.parse("2027-04-01T10:00:00Z");
        Instant authorityEnds = Instant.parse("2027-06-01T11:59:59Z");
        Lifetime.Reckoning reckoning =
                new Lifetime(Period.ofYears(1), EXACT, Ceilings.NONE).from(now, TOKYO, authorityEnds);
        assertThat(reckoning.validity().notAfter()).isEqualTo(authorityEnds);
        assertThat(reckoning.bound()).isEqualTo(Lifetime.Bound.AUTHORITY);
        assertThat(reckoning.wished()).isEqualTo("2028-04-01T09:59:59Z");
        assertThat(new Lifetime(Period.ofYears(1), END_OF_UTC_DAY, Ceilings.NONE)
                        .from(now, TOKYO, authorityEnds)
                        .validity()
                        .notAfter())
                .isEqualTo("2027-05-31T23:59:59Z");
    }

    /** Where clocks go back or forward at midnight a day ends when the next begins. */
    @Test
    void daysEndAlsoWhereMidnightIsLeftOut() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        Lifetime day = new Lifetime(Period.ofDays(1), END_OF_LOCAL_DAY, Ceilings.NONE);
        // On 25 April 2025 clocks went from 00:00 to 01:00.
        assertThat(day.from(Instant.parse("2025-04-23T10:00:00Z"), cairo, LATE)
                        .validity()
                        .notAfter())
                .isEqualTo("2025-04-24T21:59:59Z");
        assertThat(day.from(Instant.parse("2025-04-24T10:00:00Z"), cairo, LATE)
                        .validity()
                        .notAfter())
                .isEqualTo("2025-04-25T20:59:59Z");
    }

    /** RFC 5280 4.1.2.5: UTCTime until 2049, GeneralizedTime from 2050. */
    @ParameterizedTest
    @CsvSource({
        "2045-08-31T23:59:59Z,P52M,END_OF_UTC_DAY,2049-12-31T23:59:59Z,23",
        "2045-09-01T00:00:00Z,P52M,END_OF_UTC_DAY,2050-01-01T23:59:59Z,24",
        "2045-09-01T00:00:00Z,P52M,EXACT,2049-12-31T23:59:59Z,23",
        "2045-09-01T00:00:01Z,P52M,EXACT,2050-01-01T00:00:00Z,24"
    })
    void theYear2050IsReckonedAndWritten(Instant now, Period period, Rounding rounding, Instant end, int tag) {
        Instant notAfter = new Lifetime(period, rounding, Ceilings.NONE)
                .from(now, TOKYO, LATE)
                .validity()
                .notAfter();
        assertThat(notAfter).isEqualTo(end);
        assertThat(Der.time(notAfter)[0]).isEqualTo((byte) tag);
    }

    private static Lifetime shipped(String id) {
        return profile(id).lifetime();
    }

    private static Profile profile(String id) {
        return new DeliveredProfiles(new ObjectMapper().findAndRegisterModules())
                .all().stream()
                        .filter(profile -> profile.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }
}
