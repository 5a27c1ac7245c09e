/**
 * The installation itself: the tenant that operators belong to, and the platform's own TLS certificate, which renews itself.
 * Owns no table.
 */
@NullMarked
package io.shomei.platform;

import org.jspecify.annotations.NullMarked;
