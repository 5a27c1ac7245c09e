package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import io.shomei.pki.Der;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** A key that stamps does nothing else, and its certificate says so critically. */
final class SignerIsForTimeStampsAlone implements TimeStampRule {
    private static final byte[] TIME_STAMPING_ALONE = Der.sequence(Der.oid(ExtendedKeyUsage.TIME_STAMPING.oid()));

    @Override
    public String source() {
        return "RFC 3161 2.3";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        Optional<Extension> purpose = stamp.signer().tbs().extension(Oids.EXTENDED_KEY_USAGE);
        findings.require(
                purpose.isPresent()
                        && purpose.get().critical()
                        && Arrays.equals(purpose.get().value(), TIME_STAMPING_ALONE),
                "the signer's certificate is not for time stamps, critically and alone");
    }
}
