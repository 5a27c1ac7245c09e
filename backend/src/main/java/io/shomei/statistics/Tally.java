package io.shomei.statistics;

import io.shomei.profile.CertificateKind;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A count of one measure.
 *
 * @param ahead whether its days are today or later, which tells what is valid from what has ended
 * @param domain null for names under no registered domain
 */
record Tally(
        Measure measure,
        YearMonth month,
        boolean ahead,
        @Nullable String domain,
        CertificateKind kind,
        long count) {}
