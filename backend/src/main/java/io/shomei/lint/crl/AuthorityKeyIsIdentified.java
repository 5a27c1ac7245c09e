package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** By the subject key identifier of the issuer, in every list, not critical. */
final class AuthorityKeyIsIdentified implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.2.1, BR 7.2.2";
    }

    @Override
    public void check(CrlTarget target, Findings findings) throws DerException {
        Optional<Extension> extension = target.list().extension(Oids.AUTHORITY_KEY_IDENTIFIER);
        if (extension.isEmpty()) {
            findings.add("it is missing");
            return;
        }
        findings.require(!extension.get().critical(), "it is critical");
        byte[] identifier = extension.get().reader().sequence().contents(0x80);
        findings.require(
                target.issuer()
                        .keyIdentifier()
                        .filter(own -> Arrays.equals(own, identifier))
                        .isPresent(),
                "it is another key");
    }
}
