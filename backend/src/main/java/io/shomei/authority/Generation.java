package io.shomei.authority;

/** One key of a line of authorities: with a certificate, or waiting for it. */
sealed interface Generation permits Authority, PendingAuthority {
    String name();

    String line();

    int generation();

    String label();
}
