package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Byte for byte one of the encodings that are listed there. */
final class SignatureAlgorithmIsPermitted implements CertificateRule {
    // RSASSA-PKCS1-v1_5 with SHA-256, SHA-384 and SHA-512; ECDSA with SHA-256, SHA-384 and SHA-512.
    private static final List<byte[]> PERMITTED = List.of(
            HexFormat.of().parseHex("300d06092a864886f70d01010b0500"),
            HexFormat.of().parseHex("300d06092a864886f70d01010c0500"),
            HexFormat.of().parseHex("300d06092a864886f70d01010d0500"),
            HexFormat.of().parseHex("300a06082a8648ce3d040302"),
            HexFormat.of().parseHex("300a06082a8648ce3d040303"),
            HexFormat.of().parseHex("300a06082a8648ce3d040304"));

    @Override
    public String source() {
        return "BR 7.1.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        byte[] algorithm = certificate.tbs().signatureAlgorithm();
        for (byte[] permitted : PERMITTED) {
            if (Arrays.equals(permitted, algorithm)) {
                return;
            }
        }
        findings.add("signature algorithm is %s", HexFormat.of().formatHex(algorithm));
    }
}
