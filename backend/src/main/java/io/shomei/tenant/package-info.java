/**
 * The customers of the platform: registered names, subject values, domains with their issuing deadlines, and their state.
 * Owns the tables {@code tenant} and {@code domain}. What a tenant may do is its policy's business.
 */
@NullMarked
package io.shomei.tenant;

import org.jspecify.annotations.NullMarked;
