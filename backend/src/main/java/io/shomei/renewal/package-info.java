/**
 * What expires when: notices of certificates that end, and of domains whose review does, in the steps of the policy.
 * Owns the tables {@code expiry_notice}, {@code expiry_sweep} and {@code domain_notice}. Rules: C.4 of the policy model, HK-031.
 */
@NullMarked
package io.shomei.renewal;

import org.jspecify.annotations.NullMarked;
