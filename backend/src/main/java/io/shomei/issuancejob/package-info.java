/**
 * Certificates that an administrator has issued many at once, against licences, with keys that the platform makes and keeps until the
 * certificates end. Owns the tables {@code issuance_job}, {@code issuance_job_line} and {@code name_sequence}.
 */
@NullMarked
package io.shomei.issuancejob;

import org.jspecify.annotations.NullMarked;
