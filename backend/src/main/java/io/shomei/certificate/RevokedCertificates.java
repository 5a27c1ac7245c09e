package io.shomei.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What revocation lists have to tell, and since when they have told it. The database enters every revocation in the
 * transaction that revokes; the lists' maker takes it from here without touching the register.
 */
@ApplicationScoped
public class RevokedCertificates {
    private static final int AT_ONCE = 5_000;

    private final RevokedCertificateRepository repository;

    RevokedCertificates(RevokedCertificateRepository repository) {
        this.repository = repository;
    }

    /** What no list shows as it is now, the oldest first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RevokedCertificate> waiting(CrlScope scope, int most) {
        return repository.waiting(scope, most);
    }

    /** What lists after the one with this number were the first to show as it is now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RevokedCertificate> listedSince(CrlScope scope, long number) {
        return repository.listedSince(scope, number);
    }

    /** The smallest number with at most so many entries listed since; empty where there are no more than that at all. */
    @Transactional(Transactional.TxType.MANDATORY)
    public OptionalLong smallestNumberWithListedSince(CrlScope scope, int most) {
        return repository.listedInOfNewestBut(scope, most).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Everything that was listed and has to be listed still at a moment, one by one, in the order of revocation. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void listed(CrlScope scope, Instant at, Consumer<RevokedCertificate> consumer) {
        repository.listed(scope, at, consumer);
    }

    /** Serial numbers of what had to be listed at the first moment and need not be at the second one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> leaving(CrlScope scope, Instant from, Instant until, int most) {
        return repository.leaving(scope, from, until, most);
    }

    /** Notes that a list shows entries. Those that changed since they were read go on waiting. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void shown(CrlScope scope, List<RevokedCertificate> entries, long number, Instant at) {
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            repository.mark(scope, entries.subList(from, Math.min(entries.size(), from + AT_ONCE)), number, at);
        }
    }

    /** Has entries listed until a moment, be their certificates expired already. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(CrlScope scope, List<RevokedCertificate> entries, Instant until) {
        repository.keepUntil(scope, entries, until);
    }
}
