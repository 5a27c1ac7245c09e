/**
 * What an account proves itself with: password, PIN, confirmation PIN, acquisition password, one-time passwords. Each has a counter of
 * its own. Owns the table {@code secret}. The rules come from the tenant's policy; what is never configurable is the one duration for
 * right, wrong, locked and unknown, and that a failure counts before the hash is computed.
 */
@NullMarked
package io.shomei.account.secret;

import org.jspecify.annotations.NullMarked;
