/**
 * PostgreSQL: the embedded server, and the one way to a connection that is limited to a tenant.
 * Owns no table. Row-level security is set here, for the transaction, before the first statement.
 */
@NullMarked
package io.shomei.database;

import org.jspecify.annotations.NullMarked;
