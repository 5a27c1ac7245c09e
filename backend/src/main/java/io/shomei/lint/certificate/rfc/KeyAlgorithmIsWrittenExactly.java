package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** RSA with NULL, a curve by its name, Ed25519 and ML-DSA without parameters: one key is written in one way. */
final class KeyAlgorithmIsWrittenExactly implements CertificateRule {
    private static final List<byte[]> EXACT = List.of(
            Der.sequence(Der.oid(Oids.RSA), Der.nullElement()),
            Der.sequence(Der.oid(Oids.EC), Der.oid(Oids.P256)),
            Der.sequence(Der.oid(Oids.EC), Der.oid(Oids.P384)),
            Der.sequence(Der.oid(Oids.ED25519)),
            // ML-DSA-44, -65 and -87.
            Der.sequence(Der.oid("2.16.840.1.101.3.4.3.17")),
            Der.sequence(Der.oid("2.16.840.1.101.3.4.3.18")),
            Der.sequence(Der.oid("2.16.840.1.101.3.4.3.19")));

    @Override
    public String source() {
        return "RFC 3279 2.3.1, RFC 5480 2.1.1, RFC 8410 3, RFC 9881 2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        byte[] algorithm =
                new DerReader(certificate.tbs().publicKeyInfo()).sequence().element(Der.SEQUENCE);
        for (byte[] exact : EXACT) {
            if (Arrays.equals(exact, algorithm)) {
                return;
            }
        }
        findings.add("algorithm of the key is %s", HexFormat.of().formatHex(algorithm));
    }
}
