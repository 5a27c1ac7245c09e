package io.shomei.audit;

import java.io.Closeable;

/** A form in which the history is taken away: written while it is read, one event after the other. */
interface AuditExport extends Closeable {
    /** What stands before the first event. */
    default void begin() {}

    void event(AuditEventView event);
}
