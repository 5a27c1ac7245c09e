/**
 * What logs in: operators, registration officers, administrators and users.
 * Owns the table {@code account}. Which certificates belong to an account stands in the register of certificates.
 */
@NullMarked
package io.shomei.account;

import org.jspecify.annotations.NullMarked;
