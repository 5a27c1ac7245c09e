package io.shomei.revocation;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.notification.Notice;
import java.util.Map;

/** The mail that tells people of a revocation. */
final class RevocationMail {
    private RevocationMail() {}

    static Notice revoked(Certificate certificate, CertificateState.Revoked revoked, String recipient) {
        return new Notice(
                "certificate-revoked",
                recipient,
                certificate.id(),
                Map.of(
                        "name",
                                certificate.subscriber().name() == null
                                        ? ""
                                        : certificate.subscriber().name(),
                        "subject", certificate.subjectDn(),
                        "serial", certificate.serial().decimal(),
                        "reason", revoked.reason().name(),
                        "revokedAt", revoked.at().toString()));
    }
}
