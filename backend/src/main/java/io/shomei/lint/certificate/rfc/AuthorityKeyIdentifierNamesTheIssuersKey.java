package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** It repeats the subject key identifier of the issuer's certificate and nothing else: issuer and serial number would tie it to one certificate of that key. */
final class AuthorityKeyIdentifierNamesTheIssuersKey implements CertificateRule {
    private static final int KEY_IDENTIFIER = 0x80;

    @Override
    public String source() {
        return "RFC 5280 4.2.1.1, BR 7.1.2.11.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        if (!certificate.has(Oids.AUTHORITY_KEY_IDENTIFIER)) {
            return;
        }
        DerReader identifier = certificate.value(Oids.AUTHORITY_KEY_IDENTIFIER);
        if (!identifier.nextIs(KEY_IDENTIFIER)) {
            findings.add("no key identifier");
            return;
        }
        byte[] key = identifier.contents(KEY_IDENTIFIER);
        findings.require(identifier.atEnd(), "issuer or serial number stand beside the key identifier");
        Optional<Extension> above = certificate.issuer().extension(Oids.SUBJECT_KEY_IDENTIFIER);
        findings.require(
                above.isPresent() && Arrays.equals(key, above.get().reader().contents(Der.OCTET_STRING)),
                "it is not the subject key identifier of the issuer's certificate");
    }
}
