package io.shomei.issuancejob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Subscriber;
import io.shomei.escrow.Escrow;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.licence.Licences;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Carries out some lines of a job together: their keys, then the steps of an issue; keys are kept with the certificates or not at all. */
@ApplicationScoped
class IssuanceChunks {
    private final IssuanceJobRepository jobs;
    private final Issuance issuance;
    private final Escrow escrow;
    private final Licences licences;
    private final CertificateRegister register;
    private final ClientSubjects subjects;
    private final Profiles profiles;
    private final Policies policies;
    private final Tenants tenants;
    private final AuditLog audit;
    private final SecureRandom random;
    private final InstantSource clock;

    IssuanceChunks(
            IssuanceJobRepository jobs,
            Issuance issuance,
            Escrow escrow,
            Licences licences,
            CertificateRegister register,
            ClientSubjects subjects,
            Profiles profiles,
            Policies policies,
            Tenants tenants,
            AuditLog audit,
            SecureRandom random,
            InstantSource clock) {
        this.jobs = jobs;
        this.issuance = issuance;
        this.escrow = escrow;
        this.licences = licences;
        this.register = register;
        this.subjects = subjects;
        this.profiles = profiles;
        this.policies = policies;
        this.tenants = tenants;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** Who began a job, as the history has them. */
    static Actor actor(IssuanceJob job) {
        IssuanceJob.Begun begun = job.begun();
        return new Actor(begun.name(), begun.by(), Role.ADMINISTRATOR, begun.address(), null);
    }

    void carryOut(IssuanceJob job, List<JobLine> lines) {
        Map<JobLine, JobLine.Failure> failed = new HashMap<>(notRenewable(job, lines));
        List<JobLine> good =
                lines.stream().filter(line -> !failed.containsKey(line)).toList();
        Map<CertificateId, JobLine> byId =
                good.stream().collect(Collectors.toMap(JobLine::certificate, Function.identity()));
        Profile profile = profiles.get(job.profile());
        Tenant tenant = tenants.recent(job.tenant());
        Map<CertificateId, PrivateKey> keys = new HashMap<>();
        List<Order> orders = new ArrayList<>(good.size());
        for (JobLine line : good) {
            KeyPair pair = job.key().generate(random);
            keys.put(line.certificate(), pair.getPrivate());
            orders.add(order(job, tenant, profile, line, pair));
        }
        if (!orders.isEmpty()) {
            issuance.issue(job.tenant(), orders, actor(job), issued -> {
                        keep(job, issued, keys);
                        jobs.progressed(job.tenant(), job.id(), issued.size());
                    })
                    .forEach(outcome -> {
                        if (outcome instanceof Outcome.Refused refused) {
                            failed.put(Objects.requireNonNull(byId.get(refused.id())), failure(refused));
                        }
                    });
        }
        if (!failed.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> tell(job, failed));
        }
    }

    /** What was revoked, replaced or has ended since the job began has no successor. */
    private Map<JobLine, JobLine.Failure> notRenewable(IssuanceJob job, List<JobLine> lines) {
        if (!job.renewal()) {
            return Map.of();
        }
        Instant now = clock.instant();
        Set<CertificateId> renewable =
                register
                        .withIds(
                                job.tenant(),
                                lines.stream()
                                        .map(JobLine::renews)
                                        .filter(Objects::nonNull)
                                        .toList())
                        .stream()
                        .filter(earlier ->
                                earlier.state() instanceof CertificateState.Active && earlier.isUsableAt(now))
                        .map(Certificate::id)
                        .collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !renewable.contains(line.renews()))
                .collect(Collectors.toMap(Function.identity(), _ -> JobLine.Failure.NOT_RENEWABLE));
    }

    private Order order(IssuanceJob job, Tenant tenant, Profile profile, JobLine line, KeyPair pair) {
        return new Order(
                        line.certificate(),
                        profile,
                        subjects.of(tenant, profile, line.commonName()),
                        PermittedNames.NONE,
                        Order.Key.of(job.key(), pair.getPublic().getEncoded()),
                        Subscriber.NONE,
                        null,
                        null,
                        null,
                        null)
                .renewing(line.renews());
    }

    /** Until the certificates end, or as long as the policy says. */
    private void keep(IssuanceJob job, List<Outcome.Issued> issued, Map<CertificateId, PrivateKey> keys) {
        Policy.Download download = policies.of(job.tenant()).download();
        Duration window = download.window();
        Instant now = clock.instant();
        escrow.keepRepeatable(
                job.tenant(),
                issued.stream()
                        .map(each -> {
                            Instant end = each.validity().notAfter();
                            Instant until = window == null || now.plus(window).isAfter(end) ? end : now.plus(window);
                            return new Escrow.Deposit(
                                    each.id(), Objects.requireNonNull(keys.get(each.id())), null, until);
                        })
                        .toList());
    }

    private void tell(IssuanceJob job, Map<JobLine, JobLine.Failure> failed) {
        failed.forEach((line, failure) -> jobs.failed(job.tenant(), job.id(), line, failure));
        licences.release(
                job.tenant(), failed.keySet().stream().map(JobLine::certificate).toList());
        audit.append(failed.entrySet().stream()
                .map(each -> AuditEntry.failed(job.tenant(), AuditOperation.ISSUANCEJOB_REFUSE, actor(job))
                        .on(each.getKey().commonName(), job.id().value())
                        .with(Map.of("reason", each.getValue().name())))
                .toList());
    }

    private static JobLine.Failure failure(Outcome.Refused refused) {
        return switch (refused.conflicts().getFirst()) {
            case NO_LICENCE -> JobLine.Failure.NO_LICENCE;
            case NAME_USED -> JobLine.Failure.NAME_USED;
            case KEY_USED, KEY_BLOCKED -> JobLine.Failure.KEY_USED;
        };
    }
}
