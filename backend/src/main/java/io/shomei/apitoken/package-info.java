/**
 * Tokens for scripts: an account gives a script a part of what it may do itself, for a time and from some addresses. A token never
 * does more than its account may, and never what keeps the account safe.
 * Owns the table {@code api_token}. Rules: RFC 6750 (bearer tokens); only the SHA-256 of a token is kept.
 */
@NullMarked
package io.shomei.apitoken;

import org.jspecify.annotations.NullMarked;
