package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.Extension;
import java.util.HashSet;
import java.util.Set;

/** One of a kind. */
final class ListExtensionsAreUnique implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 4.2, 5.2";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Extension extension : target.list().extensions()) {
            if (!seen.add(extension.oid())) {
                findings.add("%s is there twice", extension.oid());
            }
        }
    }
}
