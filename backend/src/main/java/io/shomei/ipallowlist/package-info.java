/**
 * Where a tenant's people may come from: a list of addresses that every log-in and every request of a session is held to, where
 * the policy asks for it, and the guard that keeps those who set it from shutting themselves out.
 * Owns the table {@code ip_allowlist}. Addresses are those the edge tells; no header of a client counts.
 */
@NullMarked
package io.shomei.ipallowlist;

import org.jspecify.annotations.NullMarked;
