package io.shomei.audit.seal;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.AuditFilter;
import io.shomei.audit.AuditLog;
import io.shomei.audit.SealedEvent;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was sealed, with what proves it. */
@ApplicationScoped
class SealedHistory {
    /** A history of millions of events takes a while. */
    private static final int TIMEOUT_SECONDS = 3_600;

    private final AuditLog log;
    private final SealRepository repository;
    private final Sealer sealer;

    SealedHistory(AuditLog log, SealRepository repository, Sealer sealer) {
        this.log = log;
        this.repository = repository;
        this.sealer = sealer;
    }

    /**
     * That an event is a leaf of the tree a seal vouches for (RFC 6962 2.1.1).
     *
     * @param text the event in the octets that were sealed
     * @param path from the leaf's neighbour to the root's
     */
    // Compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Proof(byte[] text, long position, List<byte[]> path, Seal seal) {
        Proof {
            path = List.copyOf(path);
        }
    }

    /** The newest first. */
    @Transactional
    Page<Seal> seals(PageRequest page) {
        return repository.page(page);
    }

    /** What is not sealed yet is sealed now. */
    @Transactional
    Proof proof(Caller caller, String event) {
        UUID id = Ids.parse(event).filter(each -> log.exists(caller, each)).orElseThrow(() -> NOT_FOUND.because(""));
        Seal seal = newest();
        Optional<SealedEvent> leaf = log.findLeaf(caller, id, seal.head().size());
        if (leaf.isEmpty()) {
            sealer.seal();
            seal = newest();
            leaf = log.findLeaf(caller, id, seal.head().size());
        }
        SealedEvent found = leaf.orElseThrow();
        return new Proof(
                EventText.octets(found.event()),
                found.position(),
                new MerkleTree(repository).path(found.position(), seal.head().size()),
                seal);
    }

    /** Seals everything, for an export that is to hold it; who takes it is written down before. */
    Seal sealForExport(Caller caller) {
        log.tellExport(caller, "SEALED");
        sealer.seal();
        return newest();
    }

    /** Writes the events that the caller may read and asks for, and hashes in place of all others. */
    void export(Caller caller, AuditFilter filter, Seal seal, OutputStream out) throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
                ExportWriter writer = new ExportWriter(out, seal, new MerkleTree(repository));
                log.forEachLeaf(caller, filter, seal.head().size(), writer::event);
                writer.end();
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private Seal newest() {
        return QuarkusTransaction.joiningExisting().call(repository::newest).orElseGet(() -> {
            sealer.seal();
            return QuarkusTransaction.joiningExisting().call(repository::newest).orElseThrow();
        });
    }
}
