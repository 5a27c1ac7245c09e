package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.CrlEntry;
import java.util.Optional;

/** Unspecified is said by saying nothing; a hold is never given, because a revocation is final. */
final class ReasonIsGivenOnlyWhereThereIsOne implements CrlEntryRule {
    @Override
    public String source() {
        return "RFC 5280 5.3.1, BR 7.2.2";
    }

    private static final int FIRST = 1;
    private static final int LAST = 10;
    private static final int NOT_USED = 7;

    @Override
    public void check(CrlEntry entry, Findings findings) {
        Optional<Integer> reason = EntryReason.of(entry);
        if (reason.isPresent()) {
            int code = reason.get();
            findings.require(code != EntryReason.UNSPECIFIED, "unspecified is written out");
            findings.require(code != EntryReason.CERTIFICATE_HOLD, "it is a hold");
            findings.require(
                    code == EntryReason.UNSPECIFIED || (code >= FIRST && code <= LAST && code != NOT_USED),
                    "it is no reason");
        }
    }
}
