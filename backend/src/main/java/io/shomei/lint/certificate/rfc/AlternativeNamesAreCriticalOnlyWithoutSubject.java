package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Oids;

/** Critical when it is the only name; otherwise not, because old readers would refuse. */
final class AlternativeNamesAreCriticalOnlyWithoutSubject implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        boolean empty = certificate.subject().isEmpty();
        certificate
                .extension(Oids.SUBJECT_ALTERNATIVE_NAME)
                .ifPresentOrElse(
                        extension -> findings.require(
                                extension.critical() == empty, "criticality does not follow the subject"),
                        () -> findings.require(!empty, "neither subject nor alternative name"));
    }
}
