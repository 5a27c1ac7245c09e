package io.shomei.certificate;

import java.time.Instant;

/**
 * Nobody is told that a certificate expires.
 *
 * @param by who wanted it so, for reading
 */
public record Mute(Instant at, String by) {}
