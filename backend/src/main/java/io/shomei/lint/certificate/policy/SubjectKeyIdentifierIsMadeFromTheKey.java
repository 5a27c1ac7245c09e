package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.KeyIdentifier;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** Whoever has the key can tell the identifier, and no two keys share one. */
final class SubjectKeyIdentifierIsMadeFromTheKey implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2, RFC 5280 4.2.1.2, RFC 7093 2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        Optional<Extension> extension = certificate.extension(Oids.SUBJECT_KEY_IDENTIFIER);
        if (extension.isPresent() && certificate.publicKey().isPresent()) {
            DerReader identifier = extension.get().reader();
            findings.require(
                    Arrays.equals(
                                    identifier.contents(Der.OCTET_STRING),
                                    KeyIdentifier.of(certificate.tbs().publicKeyInfo()))
                            && identifier.atEnd(),
                    "it is not the identifier of this key");
        }
    }
}
