package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.Extension;
import io.shomei.pki.OcspResponseData;

/** A relying party that does not know an extension must still be able to use the answer. */
final class ExtensionsAreNotCritical implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 6960 4.4";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (Extension extension : answer.data().extensions()) {
            findings.require(!extension.critical(), "a critical extension");
        }
        for (OcspResponseData.Single single : answer.data().answers()) {
            for (Extension extension : single.extensions()) {
                findings.require(!extension.critical(), "a critical extension of a single answer");
            }
        }
    }
}
