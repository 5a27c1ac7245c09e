package io.shomei.status.crl;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.CrlScope;
import io.shomei.certificate.Positions;
import io.shomei.certificate.RevokedCertificate;
import io.shomei.certificate.RevokedCertificates;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CrlEntries;
import io.shomei.pki.CrlTemplate;
import io.shomei.pki.SignedCrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the lists of one scope, in the running transaction. The numbers are those of docs/architecture/status.md. */
@ApplicationScoped
class CrlMaker {
    /** New entries that are held in memory; where there are more, the list is put together from all rows. */
    static final int MOST_HELD = 50_000;

    private final CrlRepository repository;
    private final CrlSegments segments;
    private final RevokedCertificates revoked;
    private final Authorities authorities;
    private final Function<String, SigningAuthority> signers;
    private final CrlSchedule schedule;
    private final AuditLog audit;
    private final InstantSource clock;

    @Inject
    CrlMaker(
            CrlRepository repository,
            CrlSegments segments,
            RevokedCertificates revoked,
            Authorities authorities,
            CrlSchedule schedule,
            AuditLog audit,
            InstantSource clock) {
        this(repository, segments, revoked, authorities, authorities::signing, schedule, audit, clock);
    }

    /**
     * @param signers who signs for an authority
     */
    CrlMaker(
            CrlRepository repository,
            CrlSegments segments,
            RevokedCertificates revoked,
            Authorities authorities,
            Function<String, SigningAuthority> signers,
            CrlSchedule schedule,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.segments = segments;
        this.revoked = revoked;
        this.authorities = authorities;
        this.signers = signers;
        this.schedule = schedule;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param anew whether a full list is made whatever is due, from all there is and not from the last list
     * @return what was made
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Crl> make(CrlScope scope, boolean anew, Actor actor) {
        // 1. One maker at a time.
        repository.lock(scope);
        SigningAuthority signer = signers.apply(scope.authority());
        // 2. What is due, by what there is.
        List<RevokedCertificate> waiting = revoked.waiting(scope, MOST_HELD + 1);
        CrlSituation situation = situation(scope, signer, !waiting.isEmpty());
        Instant now = clock.instant();
        CrlSchedule.Due due = anew ? CrlSchedule.Due.FULL : schedule.due(situation, now);
        if (due == CrlSchedule.Due.NOTHING) {
            return List.of();
        }
        // 3. Number and time: neither goes back.
        long told = repository.told(scope);
        CrlFrame frame = new CrlFrame(
                scope,
                signer,
                authorities.crlUrl(scope.authority(), scope.shard()),
                situation.partitioned(),
                situation.last().map(Crl::number).orElse(0L) + 1,
                schedule.thisUpdate(situation.last().map(Crl::thisUpdate), now),
                situation.last().map(Crl::madeAt).orElse(Instant.EPOCH));
        Optional<Crl> base = base(frame, waiting.size());
        Positions shown = Positions.of(waiting);
        // 4. The full list, where it is due, or the delta would be too long.
        List<Crl> made = new ArrayList<>();
        Optional<Crl> full = situation.full();
        if (due == CrlSchedule.Due.FULL || base.isEmpty()) {
            shown = pack(frame, situation, anew, waiting, told);
            full = Optional.of(full(frame, situation, Math.max(told, shown.last())));
            made.add(full.get());
        }
        // 5. The delta, beside a full list, too.
        if (schedule.hasDeltas(full.orElseThrow())) {
            made.add(delta(frame, base, waiting, told, Math.max(told, shown.last())));
        }
        // 6. Only what was read above counts as listed.
        revoked.shown(scope, shown, told, frame.number(), made.getFirst().madeAt());
        made.forEach(crl -> audit.append(told(crl, actor)));
        return made;
    }

    private CrlSituation situation(CrlScope scope, SigningAuthority signer, boolean waiting) {
        Optional<Crl> full = repository.last(scope, Crl.Kind.FULL);
        boolean kept =
                full.isPresent() && repository.newest(scope, Crl.Kind.FULL).equals(full);
        return new CrlSituation(
                full,
                repository.last(scope, Crl.Kind.DELTA),
                kept,
                waiting,
                signer.authority().crlShards() > 1);
    }

    /** The oldest list to which a delta can still be short; empty where there is none. */
    private Optional<Crl> base(CrlFrame frame, int waiting) {
        if (waiting > Math.min(schedule.longestDelta(), MOST_HELD)) {
            return Optional.empty();
        }
        long upto = revoked.positionWithBehind(frame.scope(), schedule.longestDelta());
        return repository.oldestUsable(frame.scope(), frame.partitioned(), frame.thisUpdate(), upto);
    }

    private Crl full(CrlFrame frame, CrlSituation situation, long upto) {
        CrlScope scope = frame.scope();
        CrlEntries entries = segments.entries(scope);
        CrlTemplate.Builder template = frame.template(schedule.nextUpdate(Crl.Kind.FULL, frame.thisUpdate()));
        if (schedule.hasDeltas(entries.count())) {
            template.freshestCrl(List.of(authorities.deltaCrlUrl(scope.authority(), scope.shard())));
        }
        SignedCrl signed = frame.sign(template, entries);
        Crl crl = crl(frame, Crl.Kind.FULL, null, situation.droppedNext(), signed, upto);
        repository.add(crl, signed.head(), signed.tail());
        return crl;
    }

    /**
     * Has the segments hold what the list is to show.
     *
     * @return the positions of what was waiting and is shown
     */
    private Positions pack(
            CrlFrame frame, CrlSituation situation, boolean anew, List<RevokedCertificate> waiting, long told) {
        CrlScope scope = frame.scope();
        Instant dropped = situation.droppedNext();
        List<RevokedCertificate> added = new ArrayList<>();
        situation.full().ifPresent(full -> added.addAll(revoked.listedSince(scope, full.upto(), full.number(), told)));
        boolean held = waiting.size() <= MOST_HELD;
        // RFC 5280 3.3: expired or not, an entry is on one full list at least.
        if (held) {
            added.addAll(waiting);
        } else {
            revoked.keepWaiting(scope, told, dropped, frame.thisUpdate());
        }
        List<RevokedCertificate> late = added.stream()
                .filter(each -> each.listedUntil().isBefore(dropped))
                .toList();
        if (!late.isEmpty()) {
            revoked.keep(scope, late, frame.thisUpdate());
        }
        if (held && !anew && situation.kept()) {
            Crl full = situation.full().orElseThrow();
            Set<String> gone = new HashSet<>(revoked.leaving(scope, full.droppedBefore(), dropped, MOST_HELD + 1));
            if (gone.size() <= MOST_HELD) {
                // What the last list may show differently.
                added.stream().filter(RevokedCertificate::hasChanged).forEach(each -> gone.add(each.serial()));
                segments.update(scope, gone, added);
                return Positions.of(waiting);
            }
        }
        return segments.rebuild(scope, dropped, told, held ? Positions.of(waiting) : null);
    }

    private Crl delta(CrlFrame frame, Optional<Crl> base, List<RevokedCertificate> waiting, long told, long upto) {
        // Without an earlier list a delta tells that nothing changed since the one it was made with.
        List<RevokedCertificate> changed = new ArrayList<>();
        base.ifPresent(since -> {
            changed.addAll(revoked.listedSince(frame.scope(), since.upto(), since.number(), told));
            changed.addAll(waiting);
        });
        long since = base.map(Crl::number).orElse(frame.number());
        CrlTemplate.Builder template = frame.template(schedule.nextUpdate(Crl.Kind.DELTA, frame.thisUpdate()))
                .deltaBase(BigInteger.valueOf(since));
        SignedCrl signed = frame.sign(template, CrlSegments.held(changed));
        Crl crl = crl(frame, Crl.Kind.DELTA, since, Instant.EPOCH, signed, upto);
        repository.add(crl, signed.whole(), new byte[0]);
        return crl;
    }

    private Crl crl(CrlFrame frame, Crl.Kind kind, @Nullable Long base, Instant dropped, SignedCrl signed, long upto) {
        return new Crl(
                frame.scope(),
                kind,
                frame.number(),
                base,
                frame.partitioned(),
                frame.madeAt(clock.instant()),
                frame.thisUpdate(),
                schedule.nextUpdate(kind, frame.thisUpdate()),
                dropped,
                signed.entries().count(),
                signed.length(),
                upto);
    }

    private static AuditEntry told(Crl crl, Actor actor) {
        return AuditEntry.done(TenantId.PLATFORM, AuditOperation.CRL_PUBLISH, actor)
                .on(crl.scope().toString(), null)
                .with(Map.of(
                        "number", String.valueOf(crl.number()),
                        "kind", crl.kind().name(),
                        "entries", String.valueOf(crl.entries())));
    }
}
