package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Optional;

/** Neither https, which would need its own status first, nor ldap. */
final class LocatorsAreHttp implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.7.7, 7.1.2.11.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        Optional<Extension> lists = certificate.extension(Oids.CRL_DISTRIBUTION_POINTS);
        if (lists.isPresent()) {
            DerReader points = lists.get().reader().sequence();
            while (!points.atEnd()) {
                GeneralName.readAll(points.sequence().enter(0xA0).enter(0xA0)).forEach(name -> check(name, findings));
            }
        }
        Optional<Extension> access = certificate.extension(Oids.AUTHORITY_INFORMATION_ACCESS);
        if (access.isPresent()) {
            DerReader descriptions = access.get().reader().sequence();
            while (!descriptions.atEnd()) {
                DerReader description = descriptions.sequence();
                description.oid();
                GeneralName.readAll(description).forEach(name -> check(name, findings));
            }
        }
    }

    private static void check(GeneralName name, Findings findings) {
        if (name.tag() != AlternativeName.URI_TAG || !name.text().startsWith("http://")) {
            findings.add("%s is no http address", name.text());
        }
    }
}
