/**
 * Hands the sealed history on to a syslog server over TLS (RFC 5424, RFC 5425), in the order of the leaves. Owns the table
 * {@code audit_syslog}.
 */
@NullMarked
package io.shomei.audit.syslog;

import org.jspecify.annotations.NullMarked;
