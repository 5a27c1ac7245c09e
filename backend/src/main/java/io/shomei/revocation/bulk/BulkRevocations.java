package io.shomei.revocation.bulk;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;
import static io.shomei.revocation.bulk.BulkRevocationProblem.BULK_REVOCATION_LAPSED;
import static io.shomei.revocation.bulk.BulkRevocationProblem.NOTHING_TO_REVOKE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.revocation.ActiveAuthorities;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.RevocationConfig;
import io.shomei.revocation.RevocationRights;
import io.shomei.revocation.Revocations;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bulk revocations: looked at line by line, confirmed, and carried out in the background. */
@ApplicationScoped
public class BulkRevocations {
    private static final int CHECK_TIMEOUT_SECONDS = 120;
    private static final int AT_ONCE = 1_000;

    private final BulkRevocationRepository repository;
    private final NamedCertificates named;
    private final Revocations revocations;
    private final ActiveAuthorities activeAuthorities;
    private final Policies policies;
    private final RevocationConfig config;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    BulkRevocations(
            BulkRevocationRepository repository,
            NamedCertificates named,
            Revocations revocations,
            ActiveAuthorities activeAuthorities,
            Policies policies,
            RevocationConfig config,
            Jobs jobs,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.named = named;
        this.revocations = revocations;
        this.activeAuthorities = activeAuthorities;
        this.policies = policies;
        this.config = config;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Looks at certificates that somebody selected; nothing is revoked. */
    BulkRevocation checkSelection(Caller caller, List<String> certificates, Grounds grounds) {
        require(caller, Policy.Revocation.Bulk.SELECTION, grounds);
        return keep(
                caller,
                BulkRevocation.Source.SELECTION,
                null,
                null,
                grounds,
                check -> named.ofIds(caller, certificates, check));
    }

    /**
     * Looks at the certificates with the common names of a file; nothing is revoked.
     *
     * @param content the file under another name
     * @throws io.shomei.kernel.ProblemException a {@link BulkRevocationProblem} where it cannot be read as a list of names
     */
    BulkRevocation checkNames(Caller caller, Path content, String fileName, Grounds grounds) {
        require(caller, Policy.Revocation.Bulk.CSV, grounds);
        NameList list = read(content);
        return keep(
                caller,
                BulkRevocation.Source.FILE,
                fileName,
                list.encoding(),
                grounds,
                check -> named.ofNames(caller, list.entries(), check));
    }

    /**
     * Begins to revoke every certificate of a key, whoever's it is, in the running transaction. An operator has confirmed it.
     *
     * @param certificates all of the key, expired and revoked ones among them
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public BulkRevocationId revokeKey(Caller operator, List<Certificate> certificates, Grounds grounds) {
        Instant now = clock.instant();
        LineCheck check = lineCheck(operator, grounds, now);
        List<BulkRevocationLine> lines = IntStream.range(0, certificates.size())
                .mapToObj(i -> check.ofId(i + 1L, certificates.get(i).commonName(), certificates.get(i)))
                .toList();
        BulkRevocation bulk =
                checked(operator, BulkRevocation.Source.KEY, null, null, grounds, check.tellsSubscribers(), now);
        add(operator, bulk, lines);
        start(operator, bulk);
        return bulk.id();
    }

    /**
     * The confirmation, by the account that looked. From here on the lines that can be are carried out; the same again gives the
     * same answer and starts nothing.
     */
    @Transactional
    BulkRevocation submit(Caller caller, String id) {
        BulkRevocationId known = BulkRevocationId.parse(id)
                .filter(each -> repository.lock(caller.tenant(), each))
                .orElseThrow(() -> NOT_FOUND.because(""));
        BulkRevocation bulk = get(caller, known);
        if (!bulk.createdBy().equals(caller.account())) {
            throw NOT_PERMITTED.because("%s", bulk.creator());
        }
        return switch (bulk.stateAt(clock.instant())) {
            case RUNNING, DONE -> bulk;
            case LAPSED -> throw BULK_REVOCATION_LAPSED.because("%s", bulk.expiresAt());
            case CHECKED -> {
                if (bulk.left() == 0) {
                    throw NOTHING_TO_REVOKE.because("");
                }
                start(caller, bulk);
                yield get(caller, known);
            }
        };
    }

    @Transactional
    BulkRevocation get(Caller caller, String id) {
        return get(caller, BulkRevocationId.parse(id).orElseThrow(() -> NOT_FOUND.because("")));
    }

    @Transactional
    Page<BulkRevocation> list(Caller caller, BulkRevocation.@Nullable State state, PageRequest page) {
        return repository.page(caller.tenant(), state, clock.instant(), page);
    }

    @Transactional
    Page<BulkRevocationLine> lines(Caller caller, String id, @Nullable Outcome outcome, PageRequest page) {
        return repository.lines(caller.tenant(), get(caller, id).id(), outcome, page);
    }

    /** Every line, some at a time, so that whoever takes them slowly holds no transaction. */
    void everyLine(
            Caller caller,
            BulkRevocationId id,
            @Nullable Outcome outcome,
            BiConsumer<BulkRevocationLine, @Nullable Certificate> consumer) {
        PageRequest next = PageRequest.of(AT_ONCE, null);
        while (next != null) {
            PageRequest wanted = next;
            Page<BulkRevocationLine> page = QuarkusTransaction.requiringNew()
                    .call(() -> repository.lines(caller.tenant(), id, outcome, wanted));
            Map<CertificateId, Certificate> certificates = named.ofLines(caller, page.items());
            for (BulkRevocationLine line : page.items()) {
                BulkRevocationLine.Target target = line.target();
                consumer.accept(line, target == null ? null : certificates.get(target.certificate()));
            }
            next = page.next() == null ? null : PageRequest.of(AT_ONCE, page.next());
        }
    }

    private BulkRevocation get(Caller caller, BulkRevocationId id) {
        return repository.findBulk(caller.tenant(), id).orElseThrow(() -> NOT_FOUND.because(""));
    }

    private void require(Caller caller, Policy.Revocation.Bulk way, Grounds grounds) {
        revocations.require(caller, grounds);
        RevocationRights.bulkRefusal(caller, policies.of(caller.tenant()), way).ifPresent(problem -> {
            throw problem.because("");
        });
    }

    private NameList read(Path content) {
        try {
            return NameList.read(content, config.mostNames());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private BulkRevocation keep(
            Caller caller,
            BulkRevocation.Source source,
            @Nullable String fileName,
            @Nullable TextEncoding encoding,
            Grounds grounds,
            Function<LineCheck, List<BulkRevocationLine>> lines) {
        return QuarkusTransaction.requiringNew().timeout(CHECK_TIMEOUT_SECONDS).call(() -> {
            Instant now = clock.instant();
            LineCheck check = lineCheck(caller, grounds, now);
            List<BulkRevocationLine> checked = lines.apply(check);
            BulkRevocation bulk = checked(caller, source, fileName, encoding, grounds, check.tellsSubscribers(), now);
            add(caller, bulk, checked);
            return get(caller, bulk.id());
        });
    }

    private LineCheck lineCheck(Caller caller, Grounds grounds, Instant now) {
        return new LineCheck(caller, grounds, now, this::isNumbered, activeAuthorities::include);
    }

    private boolean isNumbered(Certificate certificate) {
        return certificate.kind() == CertificateKind.CLIENT
                && policies.of(certificate.tenant()).identity().numbered(certificate.commonName());
    }

    private BulkRevocation checked(
            Caller caller,
            BulkRevocation.Source source,
            @Nullable String fileName,
            @Nullable TextEncoding encoding,
            Grounds grounds,
            boolean tellsSubscribers,
            Instant now) {
        return new BulkRevocation(
                new BulkRevocationId(ids.next()),
                caller.tenant(),
                source,
                fileName,
                encoding,
                grounds,
                BulkRevocation.State.CHECKED,
                Map.of(),
                tellsSubscribers,
                now,
                caller.account(),
                caller.name(),
                now.plus(config.previewLifetime()),
                null,
                null,
                null,
                false);
    }

    private void add(Caller caller, BulkRevocation bulk, List<BulkRevocationLine> lines) {
        repository.add(bulk);
        repository.addLines(bulk.tenant(), bulk.id(), lines);
        long left = lines.stream().filter(line -> line.outcome().isLeft()).count();
        audit.append(AuditEntry.done(bulk.tenant(), AuditOperation.BULKREVOCATION_CHECK, Actor.of(caller))
                .on(bulk.title(), bulk.id().value())
                .with(facts(bulk.grounds(), lines.size(), left)));
    }

    private void start(Caller caller, BulkRevocation bulk) {
        TenantId tenant = bulk.tenant();
        repository.submitted(
                tenant,
                bulk.id(),
                new BulkRevocation.Submission(
                        clock.instant(), caller.account(), caller.name(), caller.role(), caller.address()));
        audit.append(AuditEntry.done(tenant, AuditOperation.BULKREVOCATION_SUBMIT, Actor.of(caller))
                .on(bulk.title(), bulk.id().value()));
        jobs.start(BulkRevocationJob.NAME, BulkRevocationJob.instance(tenant, bulk.id()));
    }

    private static Map<String, String> facts(Grounds grounds, long lines, long left) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "reason", grounds.reason().name(),
                "lines", String.valueOf(lines),
                "revocable", String.valueOf(left)));
        if (grounds.reference() != null) {
            facts.put("reference", grounds.reference());
        }
        return facts;
    }
}
