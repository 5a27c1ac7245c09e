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
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** The operation history. Writing an event waits for no lock that another transaction holds. */
@ApplicationScoped
public class AuditLog {
    private final AuditEventRepository events;
    private final Ids ids;
    private final InstantSource clock;

    AuditLog(AuditEventRepository events, Ids ids, InstantSource clock) {
        this.events = events;
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
        QuarkusTransaction.requiringNew().run(() -> append(entry));
    }

    /** The newest first. An operator reads all tenants, everybody else the own one. */
    @Transactional
    public Page<AuditEventView> list(Caller caller, AuditFilter filter, PageRequest page) {
        return caller.role() == Role.OPERATOR
                ? events.pageOfAll(filter, page)
                : events.page(caller.tenant(), filter, page);
    }

    /** What happened to one thing, the oldest first; at most 200 events. */
    @Transactional
    public List<AuditEventView> historyOf(TenantId tenant, UUID target) {
        return events.ofTarget(tenant, target);
    }
}
