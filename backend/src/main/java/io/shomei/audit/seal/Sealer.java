package io.shomei.audit.seal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.AuditEventView;
import io.shomei.audit.AuditLog;
import io.shomei.audit.seal.Seal.Head;
import io.shomei.audit.seal.Sealing.Signed;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Adds what has happened to the tree, and signs its head. Only one copy of the platform does so at a time. */
@ApplicationScoped
class Sealer {
    /** Events of one transaction. */
    private static final int AT_ONCE = 5_000;

    /** How long every seal stays; of older ones the last of each day does. */
    private static final Duration THINNED_AFTER = Duration.ofDays(7);

    private final AuditLog log;
    private final SealRepository repository;
    private final Sealing sealing;
    private final InstantSource clock;

    Sealer(AuditLog log, SealRepository repository, Sealing sealing, InstantSource clock) {
        this.log = log;
        this.repository = repository;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Seals everything that has been committed; nothing is signed when nothing happened since the last time. */
    void seal() {
        while (QuarkusTransaction.requiringNew().call(this::grow) == AT_ONCE) {
            // There is more.
        }
        QuarkusTransaction.requiringNew().run(this::sign);
    }

    /** Adds the next events to the tree; says how many they were. */
    private int grow() {
        repository.lock();
        long size = log.leafCount();
        List<AuditEventView> events = log.addLeaves(size, AT_ONCE);
        new MerkleTree(repository)
                .append(
                        size,
                        events.stream()
                                .map(event -> MerkleHash.leaf(EventText.octets(event)))
                                .toList());
        return events.size();
    }

    private void sign() {
        repository.lock();
        long size = log.leafCount();
        Optional<Seal> last = repository.newest();
        if (size == 0 || (last.isPresent() && last.get().head().size() == size)) {
            return;
        }
        Head head = new Head(
                size, new MerkleTree(repository).root(size), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        String text = head.text(sealing.origin());
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        Signed signed = sealing.sign(octets);
        repository.add(new Seal(
                head,
                text,
                signed.signature(),
                signed.certificates(),
                sealing.timeStamp(octets).orElse(null)));
        repository.thin(head.at().minus(THINNED_AFTER));
    }
}
