package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Many readers let a certificate serve only for what its issuer names, where that names anything; status answers are always its own. */
final class PurposesLieWithinTheIssuers implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.10.6";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        Optional<Extension> above = certificate.issuer().extension(Oids.EXTENDED_KEY_USAGE);
        if (certificate.isRoot() || above.isEmpty()) {
            return;
        }
        Set<String> permitted = new HashSet<>();
        DerReader purposes = above.get().reader().sequence();
        while (!purposes.atEnd()) {
            permitted.add(purposes.oid());
        }
        for (String purpose : certificate.purposes()) {
            if (!permitted.contains(purpose) && !purpose.equals(ExtendedKeyUsage.OCSP_SIGNING.oid())) {
                findings.add("purpose %s is not one of the issuer's", purpose);
            }
        }
    }
}
