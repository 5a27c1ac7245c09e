package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Optional;

/** A delta has no delta. */
final class FreshestCrlIsNamedInFullListsOnly implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.2.6";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        Optional<Extension> freshest = target.list().extension(Oids.FRESHEST_CRL);
        if (freshest.isPresent()) {
            findings.require(!freshest.get().critical(), "it is critical");
            findings.require(!target.list().isDelta(), "it is in a delta");
        }
    }
}
