package io.shomei.renewal;

import io.shomei.certificate.Holder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that a row of a request file is made for.
 *
 * @param dnsNames the hosts it names
 * @param holder the person it names; null where it names none
 * @param cells the row by which it was applied for; empty where it was applied for in another way
 */
record RenewalDraft(
        Renewal of, List<String> dnsNames, @Nullable Holder holder, List<String> cells) {
    RenewalDraft {
        dnsNames = List.copyOf(dnsNames);
        cells = List.copyOf(cells);
    }
}
