package io.shomei.renewal;

import java.util.List;

/**
 * A certificate that a row of a request file is made for.
 *
 * @param dnsNames the hosts it names
 * @param cells the row by which it was applied for; empty where it was applied for in another way
 */
record RenewalDraft(Renewal of, List<String> dnsNames, List<String> cells) {
    RenewalDraft {
        dnsNames = List.copyOf(dnsNames);
        cells = List.copyOf(cells);
    }
}
