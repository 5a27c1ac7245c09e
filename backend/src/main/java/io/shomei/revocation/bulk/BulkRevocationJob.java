package io.shomei.revocation.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CrlScope;
import io.shomei.jobs.Job;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.revocation.Revocations;
import io.shomei.revocation.Revoked;
import io.shomei.revocation.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Carries out a bulk revocation that was confirmed. Each chunk is one transaction, effective at its commit; after a crash it goes on with the
 * lines that are left.
 */
@ApplicationScoped
class BulkRevocationJob implements Job {
    static final String NAME = "bulk-revocation";

    /** Certificates that are revoked together. */
    private static final int CHUNK = 500;

    private final BulkRevocationRepository repository;
    private final CertificateRegister register;
    private final Revocations revocations;
    private final BulkRevocationMail mail;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    BulkRevocationJob(
            BulkRevocationRepository repository,
            CertificateRegister register,
            Revocations revocations,
            BulkRevocationMail mail,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.register = register;
        this.revocations = revocations;
        this.mail = mail;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    static String instance(TenantId tenant, BulkRevocationId id) {
        return tenant + "/" + id;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        String[] parts = instance.split("/", 2);
        TenantId tenant = TenantId.parse(parts[0]).orElseThrow();
        BulkRevocationId id = BulkRevocationId.parse(parts[1]).orElseThrow();
        Optional<BulkRevocation> begun = begin(tenant, id);
        if (begun.isEmpty()) {
            return;
        }
        BulkRevocation bulk = begun.get();
        BulkRevocation.Submission submission =
                Objects.requireNonNull(bulk.submission(), "it runs without a submission");
        Actor actor = new Actor(submission.name(), submission.by(), submission.role(), submission.address(), null);
        Set<CrlScope> lists = new HashSet<>();
        for (Chunk done = carryOut(bulk, actor); !done.isEmpty(); done = carryOut(bulk, actor)) {
            revocations.published(done.revoked());
            done.revoked().forEach(each -> lists.add(each.crlScope()));
        }
        revocations.publishedAtLast(lists);
        finish(bulk, actor);
    }

    /** Lines that were carried out together, and the certificates that were revoked with them. */
    private record Chunk(boolean isEmpty, List<Certificate> revoked) {}

    private Optional<BulkRevocation> begin(TenantId tenant, BulkRevocationId id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            repository.lock(tenant, id);
            Optional<BulkRevocation> found =
                    repository.findBulk(tenant, id).filter(bulk -> bulk.state() == BulkRevocation.State.RUNNING);
            found.ifPresent(bulk -> {
                AuditOperation operation = bulk.startedAt() == null
                        ? AuditOperation.BULKREVOCATION_START
                        : AuditOperation.BULKREVOCATION_RESUME;
                repository.started(tenant, id, clock.instant());
                audit.append(AuditEntry.done(tenant, operation, Actor.PLATFORM)
                        .on(bulk.title(), id.value())
                        .with(Map.of("left", String.valueOf(bulk.left()))));
            });
            return found;
        });
    }

    private Chunk carryOut(BulkRevocation bulk, Actor actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<BulkRevocationLine> lines = repository.lockLeft(bulk.tenant(), bulk.id(), CHUNK);
            Instant now = clock.instant();
            Map<CertificateId, Outcome> outcomes = new HashMap<>();
            List<Certificate> all = new ArrayList<>();
            // Tenants and ids in order, so that two who revoke some of the same never wait for each other.
            byTenant(lines).forEach((tenant, ids) -> {
                List<Revoked> revoked = new ArrayList<>();
                for (Certificate certificate : register.lock(tenant, ids)) {
                    Outcome outcome = decide(bulk, certificate, actor, now, revoked);
                    outcomes.put(certificate.id(), outcome);
                }
                revocations.apply(
                        tenant,
                        revoked,
                        actor,
                        bulk.grounds(),
                        Map.of("bulk", bulk.id().toString()));
                revoked.forEach(each -> all.add(each.certificate()));
            });
            repository.carriedOut(bulk.tenant(), bulk.id(), byLine(lines, outcomes));
            return new Chunk(lines.isEmpty(), all);
        });
    }

    /** Meanwhile somebody else may have revoked it, or its end may have come. */
    private static Outcome decide(
            BulkRevocation bulk, Certificate certificate, Actor actor, Instant now, List<Revoked> revoked) {
        return switch (Verdict.on(certificate, bulk.grounds(), actor.name(), now)) {
            case Verdict.Revocable(var state) -> {
                revoked.add(new Revoked(certificate, state));
                yield Outcome.REVOKED;
            }
            case Verdict.Replaceable(var state) -> {
                revoked.add(new Revoked(certificate, state));
                yield Outcome.REVOKED;
            }
            case Verdict.AlreadyRevoked(Instant at) -> Outcome.ALREADY_REVOKED;
            case Verdict.Expired(Instant at) -> Outcome.EXPIRED;
        };
    }

    private static SortedMap<TenantId, List<CertificateId>> byTenant(List<BulkRevocationLine> lines) {
        SortedMap<TenantId, List<CertificateId>> byTenant = new TreeMap<>();
        lines.stream()
                .map(line -> Objects.requireNonNull(line.target(), "a line that is left has a certificate"))
                .forEach(target -> byTenant.computeIfAbsent(target.tenant(), _ -> new ArrayList<>())
                        .add(target.certificate()));
        return byTenant;
    }

    private static Map<BulkRevocationLine.Key, Outcome> byLine(
            List<BulkRevocationLine> lines, Map<CertificateId, Outcome> outcomes) {
        return lines.stream()
                .collect(Collectors.toMap(
                        BulkRevocationLine::key,
                        line -> outcomes.getOrDefault(
                                Objects.requireNonNull(line.target()).certificate(), Outcome.NOT_FOUND)));
    }

    private void finish(BulkRevocation bulk, Actor actor) {
        QuarkusTransaction.requiringNew().run(() -> {
            repository.done(bulk.tenant(), bulk.id(), clock.instant());
            BulkRevocation ended = repository.findBulk(bulk.tenant(), bulk.id()).orElseThrow();
            audit.append(AuditEntry.done(bulk.tenant(), AuditOperation.BULKREVOCATION_FINISH, actor)
                    .on(bulk.title(), bulk.id().value())
                    .with(Map.of(
                            "revoked", String.valueOf(ended.count(Outcome.REVOKED)),
                            "lines", String.valueOf(ended.lines()))));
            List<Notice> notices = mail.finished(ended);
            outbox.enqueue(bulk.tenant(), notices);
            if (!notices.isEmpty()) {
                repository.mailed(bulk.tenant(), bulk.id());
            }
        });
    }
}
