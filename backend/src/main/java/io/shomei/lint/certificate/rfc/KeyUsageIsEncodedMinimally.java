package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Optional;

/** Named bits end with the last one that is set; other encodings of the same usage are no DER. */
final class KeyUsageIsEncodedMinimally implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.3, X.690 11.2.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        Optional<Extension> extension = certificate.extension(Oids.KEY_USAGE);
        if (extension.isEmpty()) {
            return;
        }
        byte[] bits = extension.get().reader().contents(Der.BIT_STRING);
        findings.require(isMinimal(bits), "keyUsage is not encoded minimally");
    }

    private static boolean isMinimal(byte[] bits) {
        if (bits.length < 2) {
            return bits.length == 1 && bits[0] == 0;
        }
        int last = bits[bits.length - 1] & 0xFF;
        return bits.length <= 3 && last != 0 && bits[0] == Integer.numberOfTrailingZeros(last);
    }
}
