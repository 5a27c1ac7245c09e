/**
 * The one policy model: a preset as data, changed by a tenant's overrides, versioned.
 * Owns the table {@code policy}. Every screen, mail and check reads the policy; nothing asks which preset it runs.
 */
@NullMarked
package io.shomei.policy;

import org.jspecify.annotations.NullMarked;
