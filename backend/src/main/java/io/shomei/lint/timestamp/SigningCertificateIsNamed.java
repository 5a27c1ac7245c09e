package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** Nobody can put another certificate with the same key in its place. */
final class SigningCertificateIsNamed implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.1, RFC 5816 2.2.1";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) throws DerException {
        Optional<DerReader> attribute = stamp.attribute(Oids.SIGNING_CERTIFICATE_V2);
        if (attribute.isEmpty()) {
            findings.add("no ESSCertIDv2 is signed");
            return;
        }
        DerReader first = attribute.get().sequence().sequence().sequence();
        // SHA-256 is the default and not written.
        findings.require(
                first.nextIs(Der.OCTET_STRING)
                        && Arrays.equals(
                                first.contents(Der.OCTET_STRING), stamp.signer().sha256Fingerprint()),
                "the ESSCertIDv2 is not that of the signer's certificate");
        findings.require(namesIssuerAndSerial(first, stamp), "the ESSCertIDv2 names another issuer or serial number");
    }

    private static boolean namesIssuerAndSerial(DerReader certificateId, TimeStampTarget stamp) throws DerException {
        DerReader issuerSerial = certificateId.sequence();
        DerReader directoryName = issuerSerial.sequence().enter(0xA4);
        return Arrays.equals(
                        directoryName.element(Der.SEQUENCE),
                        stamp.signer().tbs().issuer())
                && issuerSerial.integer().equals(stamp.signer().tbs().serial());
    }
}
