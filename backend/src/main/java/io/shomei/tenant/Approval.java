package io.shomei.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * That a tenant may have certificates for a domain.
 *
 * @param domain as it was written
 * @param deadline until when, inclusive
 * @param units values of OU that they may have
 */
record Approval(String domain, Instant deadline, boolean wildcards, List<String> units) {
    Approval {
        units = List.copyOf(units);
    }

    String name() {
        return domain.toLowerCase(Locale.ROOT);
    }
}
