package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Set;

/** A relying party must refuse a list with a critical extension it does not know. */
final class ListExtensionsAreThoseOfTheStandard implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.2";
    }

    private static final Set<String> KNOWN = Set.of(
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.CRL_NUMBER,
            Oids.DELTA_CRL_INDICATOR,
            Oids.ISSUING_DISTRIBUTION_POINT,
            Oids.FRESHEST_CRL);

    @Override
    public void check(CrlTarget target, Findings findings) {
        for (Extension extension : target.list().extensions()) {
            if (!KNOWN.contains(extension.oid())) {
                findings.add("%s is none of them", extension.oid());
            }
        }
    }
}
