package io.shomei.status.crl;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is of one scope when it is decided what to make.
 *
 * @param full the last full list
 * @param delta the last delta
 * @param kept whether the full list's bytes are there, so that the next one can be made from them
 * @param waiting whether something was revoked that no list shows
 * @param partitioned whether the authority's lists are in parts now
 */
record CrlSituation(Optional<Crl> full, Optional<Crl> delta, boolean kept, boolean waiting, boolean partitioned) {

    /** The last list of either kind. */
    Optional<Crl> last() {
        return Stream.concat(full.stream(), delta.stream()).max(Comparator.comparingLong(Crl::number));
    }

    /** The next full list leaves out what need not be listed at this moment any more (RFC 5280 3.3). */
    Instant droppedNext() {
        return full.map(Crl::thisUpdate).orElse(Instant.EPOCH);
    }

    /** Whether a delta shows what the full list does not. */
    boolean isFullBehind() {
        return full.isPresent()
                && delta.isPresent()
                && delta.get().number() > full.get().number();
    }
}
