package io.shomei.audit.seal;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.audit.HistoryLeaf;
import io.shomei.audit.seal.MerkleTree.Subtree;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares every day the events of the last year, which nothing may remove, with the tree they were sealed in. What somebody changed,
 * removed or put in behind the platform's back is an error in the log, an event of the history, and {@value #FAULTS}.
 */
@ApplicationScoped
class HistoryCheck implements RecurringJob {
    /** The alarm: how many events of the last check are not as they were sealed. */
    static final String FAULTS = "audit_history_faults";

    /** No policy keeps the history for less (Policy.Audit), and the database refuses to remove anything younger. */
    private static final Duration KEPT = Duration.ofDays(365);

    private static final int AT_ONCE = 5_000;

    private final AuditLog log;
    private final SealRepository repository;
    private final InstantSource clock;
    private final AtomicLong faults;

    HistoryCheck(AuditLog log, SealRepository repository, InstantSource clock, MeterRegistry metrics) {
        this.log = log;
        this.repository = repository;
        this.clock = clock;
        this.faults = metrics.gauge(FAULTS, new AtomicLong());
    }

    /**
     * What is not as it was sealed.
     *
     * @param inserted events that nobody wrote down by the platform
     */
    record Found(long changed, long removed, long inserted) {
        long all() {
            return changed + removed + inserted;
        }

        private Found and(HistoryLeaf leaf, MerkleTree tree) {
            if (leaf.event() == null) {
                return new Found(changed, removed + 1, inserted);
            }
            byte[] hash = MerkleHash.leaf(EventText.octets(leaf.event()));
            return Arrays.equals(hash, tree.hash(new Subtree(0, leaf.position())))
                    ? this
                    : new Found(changed + 1, removed, inserted);
        }
    }

    @Override
    public String name() {
        return "audit-check";
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        Found found = check();
        faults.set(found.all());
        if (found.all() > 0) {
            Log.errorf(
                    "the history is not as it was sealed: %d events changed, %d removed, %d put in",
                    found.changed(), found.removed(), found.inserted());
            log.appendNow(AuditEntry.failed(TenantId.PLATFORM, AuditOperation.AUDIT_CHECK, Actor.PLATFORM)
                    .with(Map.of(
                            "changed", String.valueOf(found.changed()),
                            "removed", String.valueOf(found.removed()),
                            "inserted", String.valueOf(found.inserted()))));
        }
    }

    Found check() {
        Instant since = clock.instant().minus(KEPT);
        UUID oldest = Ids.first(since);
        Found found = QuarkusTransaction.requiringNew().call(() -> new Found(0, 0, log.strangersSince(since)));
        long next = QuarkusTransaction.requiringNew().call(log::leafCount);
        List<HistoryLeaf> leaves = before(next, oldest);
        while (!leaves.isEmpty()) {
            found = compared(leaves, found);
            leaves = before(leaves.getLast().position(), oldest);
        }
        return found;
    }

    private List<HistoryLeaf> before(long position, UUID oldest) {
        return QuarkusTransaction.requiringNew().call(() -> log.leavesBefore(position, AT_ONCE)).stream()
                .filter(leaf -> leaf.id().compareTo(oldest) >= 0)
                .toList();
    }

    private Found compared(List<HistoryLeaf> leaves, Found before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            MerkleTree tree = new MerkleTree(repository);
            Found found = before;
            for (HistoryLeaf leaf : leaves) {
                found = found.and(leaf, tree);
            }
            return found;
        });
    }
}
