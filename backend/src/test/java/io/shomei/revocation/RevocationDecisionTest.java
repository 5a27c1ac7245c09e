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
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RevocationDecisionTest {
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(86_400);

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void whatIsInUseCanBeRevokedForAnyReason(RevocationReason reason) {
        for (CertificateState state :
                new CertificateState[] {new CertificateState.Active(), new CertificateState.Renewed()}) {
            assertThat(Revocations.decide(certificate(state), reason, "why", "sato", NOW))
                    .isEqualTo(new CertificateState.Revoked(NOW, reason, "why", "sato"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = RevocationReason.class, names = "KEY_COMPROMISE", mode = EnumSource.Mode.EXCLUDE)
    void onlyACompromiseReplacesAReasonAndTheTimeStays(RevocationReason weaker) {
        Certificate revoked = certificate(new CertificateState.Revoked(EARLIER, weaker, null, "suzuki"));
        assertThat(Revocations.decide(revoked, RevocationReason.KEY_COMPROMISE, "found out", "sato", NOW))
                .isEqualTo(new CertificateState.Revoked(EARLIER, RevocationReason.KEY_COMPROMISE, "found out", "sato"));
        refused(revoked, weaker, NOW, RevocationProblem.CERTIFICATE_ALREADY_REVOKED);
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    void nothingReplacesACompromise(RevocationReason reason) {
        Certificate compromised =
                certificate(new CertificateState.Revoked(EARLIER, RevocationReason.KEY_COMPROMISE, null, "suzuki"));
        refused(compromised, reason, NOW, RevocationProblem.CERTIFICATE_ALREADY_REVOKED);
    }

    @Test
    void whatHasExpiredIsNotRevoked() {
        Certificate active = certificate(new CertificateState.Active());
        assertThat(Revocations.decide(active, RevocationReason.SUPERSEDED, null, "sato", END.plusMillis(999)))
                .isNotNull();
        refused(active, RevocationReason.SUPERSEDED, END.plusSeconds(1), RevocationProblem.CERTIFICATE_ALREADY_EXPIRED);
    }

    private static void refused(
            Certificate certificate, RevocationReason reason, Instant now, RevocationProblem problem) {
        assertThatThrownBy(() -> Revocations.decide(certificate, reason, null, "sato", now))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }

    private static Certificate certificate(CertificateState state) {
        return new Certificate(
                new CertificateId(new UUID(1, 1)),
                TenantId.PLATFORM,
                "server-p256",
                0,
                SerialNumber.ofHex("01"),
                CertificateKind.SERVER,
                "12",
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
                state);
    }
}
