package io.shomei.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What revocation lists have to tell, and since when they have told it. The database enters every revocation in the
 * transaction that revokes; the lists' maker takes it from here without touching the register.
 */
@ApplicationScoped
public class RevokedCertificates {
    private final RevokedCertificateRepository repository;

    RevokedCertificates(RevokedCertificateRepository repository) {
        this.repository = repository;
    }

    /** What no list shows as it is now, the oldest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RevokedCertificate> waiting(CrlScope scope, int most) {
        return repository.waiting(scope, most);
    }

    /**
     * What lists after the one with this number were the first to show as it is now.
     *
     * @param upto the position up to which that one told
     * @param told the position up to which all lists together tell
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RevokedCertificate> listedSince(CrlScope scope, long upto, long number, long told) {
        return repository.listedSince(scope, upto, number, told);
    }

    /** The position behind which there are at most so many entries, waiting ones among them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long positionWithBehind(CrlScope scope, int most) {
        return repository.positionOfNewestBut(scope, most).orElse(0L);
    }

    /**
     * Goes through everything that has to be listed at a moment, one by one.
     *
     * @param told the position up to which all lists together tell
     * @param added what is listed for the first time or in another way; null for whatever waits now
     * @return the positions of what was waiting and is listed with this
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Positions forEach(
            CrlScope scope, Instant at, long told, @Nullable Positions added, Consumer<RevokedCertificate> consumer) {
        Positions seen = new Positions();
        repository.all(scope, at, told, (entry, waits) -> {
            boolean isAdded = waits && (added == null || added.contains(entry.position()));
            if (isAdded) {
                seen.add(entry.position());
            }
            // What waits because it has changed since is listed as it is by now; it goes on waiting.
            if (!waits || isAdded || entry.hasChanged()) {
                consumer.accept(entry);
            }
        });
        return seen;
    }

    /** Serial numbers of what had to be listed at the first moment and need not be at the second one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> leaving(CrlScope scope, Instant from, Instant until, int most) {
        return repository.leaving(scope, from, until, most);
    }

    /**
     * Notes that a list shows what was waiting. What changed since it was read goes on waiting.
     *
     * @param told the position up to which the lists before told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void shown(CrlScope scope, Positions shown, long told, long number, Instant at) {
        if (shown.first() <= told) {
            repository.markLate(scope, shown, told, number, at);
        }
        repository.waitNoMore(scope, shown);
        repository.forgetReplaced(scope, Math.max(told, shown.last()));
    }

    /** Has entries listed until a moment, be their certificates expired already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(CrlScope scope, Collection<RevokedCertificate> entries, Instant until) {
        repository.keepUntil(
                scope, entries.stream().map(RevokedCertificate::serial).toList(), until);
    }

    /**
     * As {@link #keep}, whatever waits and would have left before.
     *
     * @param told the position up to which all lists together tell
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepWaiting(CrlScope scope, long told, Instant before, Instant until) {
        repository.keepWaitingUntil(scope, told, before, until);
    }
}
