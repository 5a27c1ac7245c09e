/**
 * What a user may do at the services behind the log-in: business functions, and limits of trades. Administrators set it, relying parties are
 * told it with every request. Owns the table {@code user_permission}.
 */
@NullMarked
package io.shomei.permission;

import org.jspecify.annotations.NullMarked;
