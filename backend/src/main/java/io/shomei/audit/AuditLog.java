package io.shomei.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The operation history. Writing an event waits for no lock that another transaction holds. */
@ApplicationScoped
public class AuditLog {
    /** A history of millions of events takes a while to write. */
    private static final int EXPORT_SECONDS = 3_600;

    private static final int EXPIRED_AT_ONCE = 10_000;

    private final AuditEventRepository events;
    private final AuditPageRepository pages;
    private final AuditLeafRepository leaves;
    private final Ids ids;
    private final InstantSource clock;

    AuditLog(
            AuditEventRepository events,
            AuditPageRepository pages,
            AuditLeafRepository leaves,
            Ids ids,
            InstantSource clock) {
        this.events = events;
        this.pages = pages;
        this.leaves = leaves;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes an event in the running transaction, so that it is there if and only if what it tells happened. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(AuditEntry entry) {
        append(List.of(entry));
    }

    /** Writes events of one tenant in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<AuditEntry> entries) {
        if (!entries.isEmpty()) {
            events.append(entries.getFirst().tenant(), entries, ids, clock.instant());
        }
    }

    /** Writes an event in a transaction of its own: for refusals, whose own transaction is rolled back. */
    public void appendNow(AuditEntry entry) {
        appendNow(List.of(entry));
    }

    /** Writes events of one tenant in a transaction of their own. */
    public void appendNow(List<AuditEntry> entries) {
        QuarkusTransaction.requiringNew().run(() -> append(entries));
    }

    /** The newest first. An operator reads all tenants, everybody else the own one. */
    @Transactional
    public Page<AuditEventView> list(Caller caller, AuditFilter filter, PageRequest page) {
        return caller.role() == Role.OPERATOR
                ? pages.pageOfAll(filter, page)
                : pages.page(caller.tenant(), filter, page);
    }

    /** What happened to one thing, the oldest first; at most 200 events. */
    @Transactional
    public List<AuditEventView> historyOf(TenantId tenant, UUID target) {
        return events.ofTarget(tenant, target);
    }

    /** Writes down that somebody takes the history away. */
    public void tellExport(Caller caller, String form) {
        appendNow(AuditEntry.done(caller.tenant(), AuditOperation.AUDIT_EXPORT, Actor.of(caller))
                .with(Map.of("form", form)));
    }

    /** Writes what {@link #list} pages through while it is read. */
    void export(Caller caller, AuditFilter filter, AuditExport export) throws IOException {
        try (export) {
            export.begin();
            QuarkusTransaction.requiringNew().timeout(EXPORT_SECONDS).run(() -> {
                if (caller.role() == Role.OPERATOR) {
                    events.forEachOfAll(filter, export::event);
                } else {
                    events.forEach(caller.tenant(), filter, export::event);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    /** Whether there is such an event, and the caller may read it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean exists(Caller caller, UUID id) {
        return caller.role() == Role.OPERATOR ? events.existsAnywhere(id) : events.exists(caller.tenant(), id);
    }

    /**
     * Removes what a tenant need not keep any longer. What was sealed stays provable, because the leaves stay.
     *
     * @param before at least a year ago; the database refuses anything later
     */
    public void expire(TenantId tenant, Instant before) {
        int removed = 0;
        int now;
        do {
            now = QuarkusTransaction.requiringNew().call(() -> leaves.removeEvents(tenant, before, EXPIRED_AT_ONCE));
            removed += now;
        } while (now == EXPIRED_AT_ONCE);
        if (removed > 0) {
            appendNow(AuditEntry.done(tenant, AuditOperation.AUDIT_EXPIRE, Actor.PLATFORM)
                    .with(Map.of("before", before.toString(), "events", String.valueOf(removed))));
        }
    }

    /** How many events are leaves of the tree. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long leafCount() {
        return leaves.count();
    }

    /** Events of all tenants among so many leaves from one on, in their order; those whose time is over are left out. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<SealedEvent> leavesFrom(long first, int most) {
        return leaves.from(first, most);
    }

    /** Makes leaves of the next events that are none. Whoever does so is alone, and has the tree grow by them in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<AuditEventView> addLeaves(long first, int most) {
        return leaves.add(first, most);
    }

    /** The newest leaves before one, the newest first, with their events where those are there still. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<HistoryLeaf> leavesBefore(long position, int most) {
        return leaves.before(position, most);
    }

    /** How many events since a moment are in no tree and do not wait to be in one: nobody wrote them down by this. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long strangersSince(Instant moment) {
        return leaves.strangers(Ids.first(moment));
    }

    /** An event the caller may read, where it is among the first leaves. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<SealedEvent> findLeaf(Caller caller, UUID id, long size) {
        return caller.role() == Role.OPERATOR ? leaves.findAnyones(id, size) : leaves.find(caller.tenant(), id, size);
    }

    /** Hands on what the caller may read among the first leaves, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forEachLeaf(Caller caller, AuditFilter filter, long size, Consumer<SealedEvent> consumer) {
        if (caller.role() == Role.OPERATOR) {
            leaves.forEachOfAll(filter, size, consumer);
        } else {
            leaves.forEach(caller.tenant(), filter, size, consumer);
        }
    }
}
