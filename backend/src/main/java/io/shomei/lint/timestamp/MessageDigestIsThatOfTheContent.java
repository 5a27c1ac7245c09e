package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.Oids;
import java.util.Arrays;
import java.util.Optional;

/** It is what ties the signature to the content. */
final class MessageDigestIsThatOfTheContent implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 5652 11.2";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) throws DerException {
        byte[] digest = HashAlgorithm.of(stamp.scheme()).digest(stamp.content());
        Optional<DerReader> signed = stamp.attribute(Oids.MESSAGE_DIGEST);
        findings.require(
                signed.isPresent() && Arrays.equals(signed.get().contents(Der.OCTET_STRING), digest),
                "the signed digest is not that of the content");
    }
}
