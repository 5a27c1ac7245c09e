package io.shomei.authority;

import java.util.List;

/** One key of a line of authorities: with a certificate, or waiting for it. */
sealed interface Generation permits Authority, PendingAuthority {
    String name();

    String line();

    int generation();

    String label();

    /**
     * The number of the next one.
     *
     * @param generations of one line, the newest first
     */
    static int numberAfter(List<Generation> generations) {
        return generations.isEmpty() ? 1 : generations.getFirst().generation() + 1;
    }
}
