/**
 * The customers of the platform: registered names, subject values, contacts, domains with their issuing deadlines, and their state.
 * Owns the tables {@code tenant}, {@code tenant_contact}, {@code domain} and {@code permitted_unit}. What a tenant may do is its policy's business.
 */
@NullMarked
package io.shomei.tenant;

import org.jspecify.annotations.NullMarked;
