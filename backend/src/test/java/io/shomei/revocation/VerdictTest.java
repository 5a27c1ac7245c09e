package io.shomei.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(86_400);

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void whatIsInUseCanBeRevokedForAnyReason(RevocationReason reason) {
        for (CertificateState state : List.of(new CertificateState.Active(), new CertificateState.Renewed())) {
            assertThat(Verdict.on(certificate(state), grounds(reason, "why"), "sato", NOW))
                    .isEqualTo(new Verdict.Revocable(new CertificateState.Revoked(NOW, reason, null, "why", "sato")));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RevocationReason.class,
            names = {"KEY_COMPROMISE", "CA_COMPROMISE"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyACompromiseReplacesAReasonAndTheTimeStays(RevocationReason weaker) {
        Certificate revoked = certificate(new CertificateState.Revoked(EARLIER, weaker, null, null, "suzuki"));
        for (RevocationReason stronger : List.of(RevocationReason.KEY_COMPROMISE, RevocationReason.CA_COMPROMISE)) {
            assertThat(Verdict.on(revoked, grounds(stronger, "found out"), "sato", NOW))
                    .isEqualTo(new Verdict.Replaceable(
                            new CertificateState.Revoked(EARLIER, stronger, null, "found out", "sato")));
        }
        assertThat(Verdict.on(revoked, Grounds.of(weaker), "sato", NOW)).isEqualTo(new Verdict.AlreadyRevoked(EARLIER));
        refused(revoked, Grounds.of(weaker), NOW, RevocationProblem.CERTIFICATE_ALREADY_REVOKED);
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void nothingReplacesACompromise(RevocationReason reason) {
        for (RevocationReason compromise : List.of(RevocationReason.KEY_COMPROMISE, RevocationReason.CA_COMPROMISE)) {
            Certificate compromised =
                    certificate(new CertificateState.Revoked(EARLIER, compromise, null, null, "suzuki"));
            assertThat(Verdict.on(compromised, Grounds.of(reason), "sato", NOW))
                    .isEqualTo(new Verdict.AlreadyRevoked(EARLIER));
            refused(compromised, Grounds.of(reason), NOW, RevocationProblem.CERTIFICATE_ALREADY_REVOKED);
        }
    }

    @Test
    void whatHasExpiredIsNotRevoked() {
        Certificate active = certificate(new CertificateState.Active());
        Grounds superseded = Grounds.of(RevocationReason.SUPERSEDED);
        assertThat(Verdict.on(active, superseded, "sato", END.plusMillis(999))).isInstanceOf(Verdict.Revocable.class);
        assertThat(Verdict.on(active, superseded, "sato", END.plusSeconds(1))).isEqualTo(new Verdict.Expired(END));
        refused(active, superseded, END.plusSeconds(1), RevocationProblem.CERTIFICATE_ALREADY_EXPIRED);
    }

    /** Code Signing BR 7.2: signatures are relied on for years after. */
    @Test
    void whatSignsCodeOrStampsIsRevokedAfterItsEndWhenItsKeyWasCompromised() {
        Instant late = END.plus(Duration.ofDays(700));
        Grounds compromised = new Grounds(RevocationReason.KEY_COMPROMISE, NOW, null, null);
        CertificateState active = new CertificateState.Active();
        for (Certificate each : List.of(
                certificate(active, CertificateKind.CODE_SIGNING, "9"),
                certificate(active, CertificateKind.PLATFORM, Profiles.TSA))) {
            assertThat(Verdict.on(each, compromised, "sato", late))
                    .isEqualTo(new Verdict.Revocable(
                            new CertificateState.Revoked(late, RevocationReason.KEY_COMPROMISE, NOW, null, "sato")));
            assertThat(Verdict.on(each, Grounds.of(RevocationReason.SUPERSEDED), "sato", late))
                    .isEqualTo(new Verdict.Expired(END));
        }
        assertThat(Verdict.on(certificate(active), compromised, "sato", late)).isEqualTo(new Verdict.Expired(END));
        assertThat(Verdict.on(certificate(active, CertificateKind.PLATFORM, "audit"), compromised, "sato", late))
                .isEqualTo(new Verdict.Expired(END));
    }

    @Test
    void aCertificateWasNotInWrongHandsBeforeItWasThere() {
        Certificate active = certificate(new CertificateState.Active());
        Grounds before = new Grounds(RevocationReason.KEY_COMPROMISE, EARLIER.minusSeconds(60), null, null);
        // Among many a date holds for each from its own beginning on; for one it is a slip of the pen.
        assertThat(Verdict.on(active, before, "sato", NOW))
                .isEqualTo(new Verdict.Revocable(
                        new CertificateState.Revoked(NOW, RevocationReason.KEY_COMPROMISE, EARLIER, null, "sato")));
        refused(active, before, NOW, RevocationProblem.INVALIDITY_DATE_WRONG);
    }

    @Test
    void groundsHaveWholeSecondsAndNoBlankTexts() {
        assertThat(new Grounds(RevocationReason.KEY_COMPROMISE, NOW.plusMillis(700), " \u3000 ", " R-1 "))
                .isEqualTo(new Grounds(RevocationReason.KEY_COMPROMISE, NOW, null, "R-1"));
    }

    private static Grounds grounds(RevocationReason reason, String comment) {
        return new Grounds(reason, null, comment, null);
    }

    private static void refused(Certificate certificate, Grounds grounds, Instant now, RevocationProblem problem) {
        assertThatThrownBy(() -> RevocationsTogether.decide(certificate, grounds, "sato", now))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }

    private static Certificate certificate(CertificateState state) {
        return certificate(state, CertificateKind.SERVER, "12");
    }

    private static Certificate certificate(CertificateState state, CertificateKind kind, String profile) {
        return new Certificate(
                new CertificateId(new UUID(1, 1)),
                TenantId.PLATFORM,
                "server-p256",
                0,
                SerialNumber.ofHex("01"),
                kind,
                profile,
                1,
                1,
                "CN=www.a.ac.jp",
                "www.a.ac.jp",
                EARLIER,
                END,
                EARLIER,
                new byte[0],
                null,
                null,
                null,
                Subscriber.NONE,
                null,
                null,
                null,
                null,
                null,
                state);
    }
}
