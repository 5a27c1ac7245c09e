package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.OcspResponseData;
import java.time.Duration;
import java.time.Instant;

/** Long enough to be kept, short enough to be true. Unknown is nothing to rely on, and ends as soon as it likes. */
final class ValidityIsEightHoursToTenDays implements OcspResponseRule {
    private static final Duration LEAST = Duration.ofHours(8);
    private static final Duration MOST = Duration.ofDays(10);

    @Override
    public String source() {
        return "BR 4.9.10";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) {
        for (OcspResponseData.Single single : answer.data().answers()) {
            Instant end = single.nextUpdate();
            if (end != null && single.kind() != OcspResponseData.Kind.UNKNOWN) {
                Duration validity = Duration.between(single.thisUpdate(), end);
                findings.require(validity.compareTo(LEAST) >= 0, "valid for less than eight hours");
                findings.require(validity.compareTo(MOST) <= 0, "valid for more than ten days");
            }
        }
    }
}
