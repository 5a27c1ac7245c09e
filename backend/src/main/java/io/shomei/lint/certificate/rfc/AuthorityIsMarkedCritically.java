package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** basicConstraints is critical where cA is true; a path length only stands there. */
final class AuthorityIsMarkedCritically implements CertificateRule {
    /** cA DEFAULT FALSE, which DER leaves out. */
    private static final byte[] SUBSCRIBER = Der.sequence();

    @Override
    public String source() {
        return "RFC 5280 4.2.1.9";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        Optional<Extension> extension = certificate.extension(Oids.BASIC_CONSTRAINTS);
        if (extension.isEmpty()) {
            return;
        }
        if (certificate.isAuthority()) {
            findings.require(extension.get().critical(), "basicConstraints of an authority is not critical");
        } else {
            findings.require(
                    Arrays.equals(extension.get().value(), SUBSCRIBER),
                    "basicConstraints of a subscriber is not empty");
        }
    }
}
