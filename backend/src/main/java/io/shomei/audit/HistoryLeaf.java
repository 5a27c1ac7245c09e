package io.shomei.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of the history's tree, whether or not its event is there still.
 *
 * @param position which leaf, from 0
 * @param event null where it is not there any more
 */
public record HistoryLeaf(long position, UUID id, @Nullable AuditEventView event) {}
