package io.shomei.account;

import java.time.Instant;

/**
 * What lets an account acquire a certificate ends soon, and nobody has used it.
 *
 * @param password whether that is an acquisition password, and not an administrator's leave
 */
public record Lapse(Account account, Instant at, boolean password) {}
