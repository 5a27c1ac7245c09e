package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.lint.certificate.NameConstraints;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Optional;

/** What an authority above was not allowed to certify, nobody below may. */
final class NamesLieWithinTheIssuersConstraints implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.10, 6.1.3";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        if (certificate.isRoot()) {
            return;
        }
        Optional<Extension> above = certificate.issuer().extension(Oids.NAME_CONSTRAINTS);
        if (above.isPresent()) {
            NameConstraints constraints =
                    NameConstraints.read(above.get().reader().sequence());
            for (GeneralName name : certificate.alternativeNames()) {
                if (!constraints.permit(name)) {
                    findings.add("%s is not within the issuer's constraints", name.text());
                }
            }
            if (!certificate.subject().isEmpty()
                    && !constraints.permit(
                            GeneralName.ofDirectory(certificate.tbs().subject()))) {
                findings.add("the subject is not within the issuer's constraints");
            }
        }
    }
}
