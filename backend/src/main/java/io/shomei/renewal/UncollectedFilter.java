package io.shomei.renewal;

import io.shomei.profile.CertificateKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates that nobody has fetched are asked for; null members do not limit.
 *
 * @param lapsed those whose deadline has passed, instead of those that wait
 */
record UncollectedFilter(
        Set<CertificateKind> kinds,
        boolean lapsed,
        @Nullable String domain,
        @Nullable String text) {
    UncollectedFilter {
        kinds = Set.copyOf(kinds);
        text = text == null || text.isBlank() ? null : text.strip();
    }
}
