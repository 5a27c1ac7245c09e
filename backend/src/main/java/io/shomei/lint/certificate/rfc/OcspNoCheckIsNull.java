package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import java.util.Arrays;

/** The extension is its own message: it holds NULL. */
final class OcspNoCheckIsNull implements CertificateRule {
    private static final byte[] NULL = Der.nullElement();

    @Override
    public String source() {
        return "RFC 6960 4.2.2.2.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        certificate
                .extension(Oids.OCSP_NO_CHECK)
                .ifPresent(extension ->
                        findings.require(Arrays.equals(extension.value(), NULL), "ocsp-nocheck holds something"));
    }
}
