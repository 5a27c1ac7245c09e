package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;

/** As certificates have them: positive, at most 20 octets. */
final class EntrySerialNumberIsPositiveAndShort implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 4.1.2.2, 5.1.2.6";
    }

    @Override
    public void check(CrlEntry entry, Findings findings) {
        byte[] serial = entry.serial();
        findings.require(serial[0] > 0 || (serial[0] == 0 && serial.length > 1), "it is not positive");
        findings.require(serial.length <= 20, "it has more than 20 octets");
    }
}
