package io.shomei.issuancejob;

import java.time.Instant;
import java.util.List;

/** What somebody wants to have issued. */
sealed interface Wish {

    /** So many certificates under new names. */
    record Fresh(int count) implements Wish {}

    /** Successors of these certificates, under their names. */
    record Successors(List<String> certificates) implements Wish {
        public Successors {
            certificates = List.copyOf(certificates);
        }
    }

    /** Successors of all that end until a moment and have none yet. */
    record Ending(Instant until) implements Wish {}
}
