/**
 * What expires when: notices of certificates that end, and of domains whose review does, in the steps of the policy; and the renewal desk, on
 * which officers see how far the renewals are.
 * Owns the tables {@code expiry_notice}, {@code expiry_sweep} and {@code domain_notice}, and reads the views {@code v_renewal} and
 * {@code v_uncollected}. Rules: C.4 of the policy model, HK-031.
 */
@NullMarked
package io.shomei.renewal;

import org.jspecify.annotations.NullMarked;
