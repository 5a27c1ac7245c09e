package io.shomei.profile;

import java.time.Instant;

/**
 * A profile as it was made at a time. Versions are never changed and never go away.
 *
 * @param delivered the version of the delivered profile it is made from
 * @param by who made it, for reading
 * @param comment why
 */
record ProfileVersion(Profile profile, int delivered, Instant at, String by, String comment) {}
