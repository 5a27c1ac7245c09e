package io.shomei.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.testing.Fixtures;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an account stands with its certificates, under the policies of the banks. */
@ShomeiTest
class StandingTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant ISSUED = Instant.parse("2030-04-10T03:00:00Z");
    private static final Instant END = Instant.parse("2031-04-10T02:59:59Z");

    @Inject
    Policies policies;

    @Inject
    Fixtures given;

    private Policy fx;
    private Policy corporate;
    private int ids;

    @BeforeEach
    void presets() {
        fx = policies.preset("bank-fx").orElseThrow();
        corporate = policies.preset("bank-corporate").orElseThrow();
    }

    /** AT-29: not with a month and a day left, but with exactly a month. */
    @Test
    void at29TheRenewalBeginsAMonthBeforeTheEnd() {
        Certificate one = certificate(ISSUED, END, null, ISSUED, true);
        assertThat(at("2031-03-09T03:00:00Z", one).isRenewable(one)).isFalse();
        assertThat(at("2031-03-10T02:59:59Z", one).isRenewable(one)).isFalse();
        assertThat(at("2031-03-10T03:00:00Z", one).isRenewable(one)).isTrue();
        assertThat(at("2031-03-10T03:00:00Z", one).renewableFrom(one)).contains(Instant.parse("2031-03-10T03:00:00Z"));
        assertThat(at("2031-04-10T02:59:59Z", one).isRenewable(one)).isTrue();
        assertThat(at("2031-04-10T03:00:00Z", one).isRenewable(one)).isFalse();
    }

    /** C.4: what a newer one took the place of is not renewed again. */
    @Test
    void whatHasANewerOneIsNotRenewed() {
        Certificate old = certificate(ISSUED, END, null, ISSUED, true);
        Certificate newer = certificate(year(ISSUED), year(END), null, ISSUED, true);
        Standing standing = at("2031-04-10T00:00:00Z", old, newer);
        assertThat(standing.newerThan(old)).contains(newer);
        assertThat(standing.newerThan(newer)).isEmpty();
        assertThat(standing.earlierThan(newer)).containsExactly(old);
        assertThat(standing.isRenewable(old)).isFalse();
        assertThat(standing.newest()).contains(newer);
    }

    /** AT-49: what nobody has told to have takes nothing's place. */
    @Test
    void whatIsNotConfirmedTakesNothingsPlace() {
        Certificate old = certificate(ISSUED, END, null, ISSUED, true);
        Certificate unconfirmed = certificate(year(ISSUED), year(END), null, null, true);
        Standing standing = at("2031-04-10T00:00:00Z", old, unconfirmed);
        assertThat(standing.newerThan(old)).isEmpty();
        assertThat(standing.isRenewable(old)).isTrue();
        assertThat(standing.unconfirmed()).containsExactly(unconfirmed);
        Certificate revoked = certificate(year(ISSUED), year(END), null, ISSUED, false);
        assertThat(at("2031-04-10T00:00:00Z", old, revoked).newerThan(old)).isEmpty();
    }

    /** AT-34: when seven days remain and nobody used the newer one. */
    @Test
    void at34WhoNeverUsedTheNewerOneIsWarnedForTheLastWeek() {
        Certificate old = certificate(ISSUED, END, ISSUED, ISSUED, true);
        Certificate unused = certificate(ISSUED.plusSeconds(60), year(END), null, ISSUED, true);
        Certificate used = certificate(ISSUED.plusSeconds(60), year(END), ISSUED, ISSUED, true);
        assertThat(at("2031-04-03T02:59:59Z", old, unused).isNewerUnused(old)).isFalse();
        assertThat(at("2031-04-03T03:00:00Z", old, unused).isNewerUnused(old)).isTrue();
        assertThat(at("2031-04-03T03:00:00Z", old, used).isNewerUnused(old)).isFalse();
        assertThat(at("2031-04-03T03:00:00Z", old).isNewerUnused(old)).isFalse();
        assertThat(of(corporate, "2031-04-03T03:00:00Z", old, unused).isNewerUnused(old))
                .as("where the older is refused at once nobody need be warned")
                .isFalse();
    }

    @Test
    void daysAreCountedWhole() {
        Certificate one = certificate(ISSUED, END, null, ISSUED, true);
        assertThat(at("2031-04-03T03:00:00Z", one).daysLeft(one)).isEqualTo(7);
        assertThat(at("2031-04-03T03:00:01Z", one).daysLeft(one)).isEqualTo(6);
        assertThat(at("2031-04-10T02:59:59Z", one).daysLeft(one)).isZero();
        assertThat(at("2032-04-10T03:00:00Z", one).daysLeft(one)).isZero();
    }

    @Test
    void thePolicySaysInWhichWayPeopleAcquire() {
        assertThat(Standing.isByAcquisitionPassword(fx)).isTrue();
        assertThat(Standing.isInSession(fx)).isFalse();
        assertThat(Standing.isByAcquisitionPassword(corporate)).isFalse();
        assertThat(Standing.isInSession(corporate)).isTrue();
        for (String other : List.of("research-federation", "saas-groupware")) {
            Policy policy = policies.preset(other).orElseThrow();
            assertThat(Standing.isByAcquisitionPassword(policy) || Standing.isInSession(policy))
                    .isFalse();
        }
    }

    /** B-14: to the second, and not where it was revoked or somebody let its owner begin anew. */
    @Test
    void theGraceEndsSoLongAfterTheLastOne() {
        Certificate one = certificate(ISSUED, END, null, ISSUED, true);
        Policy grace = withGrace("P90D");
        assertThat(of(grace, "2031-04-10T02:59:59Z", one).isInGrace()).isFalse();
        assertThat(of(grace, "2031-04-10T03:00:00Z", one).isInGrace()).isTrue();
        assertThat(of(grace, "2031-07-09T02:59:59Z", one).isInGrace()).isTrue();
        assertThat(of(grace, "2031-07-09T02:59:59Z", one).isPastGrace(null)).isFalse();
        Standing over = of(grace, "2031-07-09T03:00:00Z", one);
        assertThat(over.isInGrace()).isFalse();
        assertThat(over.isPastGrace(null)).isTrue();
        assertThat(over.isPastGrace(ISSUED)).isTrue();
        assertThat(over.isPastGrace(ISSUED.plusSeconds(1))).isFalse();
        // None at all, and no limit.
        assertThat(of(withGrace("P0D"), "2031-04-10T03:00:00Z", one).isPastGrace(null))
                .isTrue();
        assertThat(at("2041-04-10T03:00:00Z", one).isInGrace()).isTrue();
        Certificate revoked = certificate(ISSUED, END, null, ISSUED, false);
        assertThat(of(grace, "2041-04-10T03:00:00Z", revoked).isPastGrace(null)).isFalse();
        assertThat(of(grace, "2041-04-10T03:00:00Z").isPastGrace(null)).isFalse();
    }

    private Policy withGrace(String grace) {
        return policies.of(given.tenant("bank")
                .withPreset("bank-corporate")
                .withPolicy("{\"renewal\":{\"graceAfterExpiry\":\"" + grace + "\"}}")
                .id());
    }

    private static Instant year(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC)
                .plus(Period.ofYears(1))
                .minusDays(5)
                .toInstant();
    }

    private Standing at(String now, Certificate... certificates) {
        return of(fx, now, certificates);
    }

    private static Standing of(Policy policy, String now, Certificate... certificates) {
        return Standing.of(policy, TOKYO, List.of(certificates), Instant.parse(now));
    }

    private Certificate certificate(
            Instant issuedAt,
            Instant notAfter,
            @Nullable Instant usedAt,
            @Nullable Instant collectedAt,
            boolean valid) {
        return new Certificate(
                new CertificateId(new UUID(3, ++ids)),
                TenantId.PLATFORM,
                "client",
                0,
                SerialNumber.ofHex("01"),
                CertificateKind.USER,
                "bank-user",
                1,
                1,
                "CN=0128000017",
                "0128000017",
                issuedAt,
                notAfter,
                issuedAt,
                new byte[0],
                new AccountId(new UUID(4, 1)),
                null,
                null,
                Subscriber.NONE,
                issuedAt,
                collectedAt,
                usedAt,
                null,
                null,
                valid
                        ? new CertificateState.Active()
                        : new CertificateState.Revoked(issuedAt, RevocationReason.SUPERSEDED, null, null, "desk"));
    }
}
