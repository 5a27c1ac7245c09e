package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;
import java.util.Optional;

/** So that what was signed cannot be taken for anything but a time stamp. */
final class ContentTypeIsTstInfo implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.2, RFC 5652 11.1";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) throws DerException {
        Optional<DerReader> type = stamp.attribute(Oids.CONTENT_TYPE);
        findings.require(
                type.isPresent() && type.get().oid().equals(Oids.TST_INFO), "the signed content type is not TSTInfo");
    }
}
