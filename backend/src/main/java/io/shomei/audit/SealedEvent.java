package io.shomei.audit;

/**
 * An event that is a leaf of the history's tree.
 *
 * @param position which leaf, from 0
 */
public record SealedEvent(long position, AuditEventView event) {}
