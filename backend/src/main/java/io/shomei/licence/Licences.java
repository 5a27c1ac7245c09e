package io.shomei.licence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts certificates against contracts, where the policy says so. A licence is taken before a key is used and given back with the
 * revocation, at the end, or when nothing came of the issue; whoever counts waits for whoever counts for the same tenant, so that never
 * more are out than were contracted.
 */
@ApplicationScoped
public class Licences {
    private final LicenceRepository repository;
    private final Tenants tenants;
    private final Policies policies;
    private final InstantSource clock;

    Licences(LicenceRepository repository, Tenants tenants, Policies policies, InstantSource clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Takes a licence for each of these in the running transaction, as long as there are any, in their order. One that has its licence
     * from an earlier attempt keeps it.
     *
     * @return those for which none was left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<CertificateId> claim(TenantId tenant, Policy policy, List<LicenceClaim> claims) {
        Policy.Quota quota = policy.quota();
        List<LicenceClaim> counting = claims.stream()
                .filter(claim -> Allowance.counts(quota.model(), claim.kind()))
                .toList();
        if (counting.isEmpty()) {
            return Set.of();
        }
        Instant now = clock.instant();
        begin(tenant, policy);
        int counted = repository.settle(tenant, now);
        Set<CertificateId> held =
                repository.held(tenant, counting.stream().map(LicenceClaim::id).toList());
        List<LicenceClaim> wanted =
                counting.stream().filter(claim -> !held.contains(claim.id())).toList();
        List<LicenceClaim> granted =
                allowance(tenant, policy).grant(wanted, counted, ofSubjects(tenant, quota, wanted));
        if (!granted.isEmpty()) {
            repository.add(tenant, granted, claim -> Allowance.countedUntil(quota, claim.notAfter()), now);
        }
        return wanted.stream()
                .filter(claim -> !granted.contains(claim))
                .map(LicenceClaim::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Before anything else is locked that an issue takes besides, so that two issues of a tenant never wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void begin(TenantId tenant, Policy policy) {
        if (policy.quota().model() != Policy.Quota.Model.NONE && repository.lock(tenant) != policy.version()) {
            repository.recount(tenant, policy, clock.instant());
        }
    }

    /** Notes that certificates are in the register, in the transaction that enters them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entered(TenantId tenant, Policy policy, Collection<CertificateId> ids) {
        if (policy.quota().model() != Policy.Quota.Model.NONE) {
            repository.entered(tenant, ids);
        }
    }

    /** Gives back the licences of certificates that were revoked, in the transaction that revokes them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(TenantId tenant, Collection<CertificateId> ids) {
        Policy policy = policies.of(tenant);
        if (policy.quota().model() != Policy.Quota.Model.NONE) {
            begin(tenant, policy);
            repository.release(tenant, ids);
        }
    }

    /** Gives back what was taken for issues that were interrupted so long ago that nobody goes on with them. */
    void releaseAbandoned(Duration after) {
        Instant before = clock.instant().minus(after);
        for (TenantId tenant : QuarkusTransaction.requiringNew().call(() -> repository.withAbandoned(before))) {
            QuarkusTransaction.requiringNew().run(() -> {
                repository.lock(tenant);
                repository.release(tenant, repository.abandoned(tenant, before));
            });
        }
    }

    /** Whether a licence would be left for one more certificate; none is taken. */
    @Transactional
    public boolean isLeftFor(TenantId tenant, Policy policy, LicenceClaim claim) {
        if (!Allowance.counts(policy.quota().model(), claim.kind())) {
            return true;
        }
        begin(tenant, policy);
        List<LicenceClaim> wanted = List.of(claim);
        return !allowance(tenant, policy)
                .grant(wanted, repository.settle(tenant, clock.instant()), ofSubjects(tenant, policy.quota(), wanted))
                .isEmpty();
    }

    /** How a tenant stands now. */
    @Transactional
    public LicenceStanding standing(TenantId tenant) {
        tenants.get(tenant);
        Policy policy = policies.of(tenant);
        Policy.Quota.Model model = policy.quota().model();
        if (model == Policy.Quota.Model.NONE) {
            return new LicenceStanding(model, null, 0, 0);
        }
        begin(tenant, policy);
        int counted = repository.settle(tenant, clock.instant());
        int issuing = repository.issuing(tenant);
        return new LicenceStanding(model, contracted(tenant, model), counted - issuing, issuing);
    }

    private Allowance allowance(TenantId tenant, Policy policy) {
        Integer contracted = contracted(tenant, policy.quota().model());
        return Allowance.of(policy, contracted == null ? 0 : contracted);
    }

    /** A contract without a number is one for none. */
    private @Nullable Integer contracted(TenantId tenant, Policy.Quota.Model model) {
        return model == Policy.Quota.Model.PER_SUBJECT
                ? null
                : tenants.licences(tenant).orElse(0);
    }

    private Map<String, Integer> ofSubjects(TenantId tenant, Policy.Quota quota, List<LicenceClaim> wanted) {
        return quota.model() == Policy.Quota.Model.PER_SUBJECT
                ? repository.ofSubjects(
                        tenant, wanted.stream().map(LicenceClaim::subject).toList())
                : Map.of();
    }
}
