/**
 * How many certificates a tenant may have at once, where its policy counts: available = contracted − valid − issuing.
 * Owns the tables {@code licence_count} and {@code licence}. What was contracted stands with the tenant, how is counted with its policy.
 */
@NullMarked
package io.shomei.licence;

import org.jspecify.annotations.NullMarked;
