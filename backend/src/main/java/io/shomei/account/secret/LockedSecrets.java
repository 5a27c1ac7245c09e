package io.shomei.account.secret;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is locked out now. A lock is not stored, so those with failures are looked at under their tenant's policy. */
@ApplicationScoped
public class LockedSecrets {
    private final SecretRepository repository;
    private final Policies policies;
    private final InstantSource clock;

    LockedSecrets(SecretRepository repository, Policies policies, InstantSource clock) {
        this.repository = repository;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * The locked kinds of every account that has any.
     *
     * @param tenant null for all tenants
     */
    @Transactional
    public Map<AccountId, List<SecretKind>> now(@Nullable TenantId tenant) {
        return locked(repository.failed(tenant, null));
    }

    /** The same, of these accounts. */
    @Transactional
    public Map<AccountId, List<SecretKind>> among(@Nullable TenantId tenant, Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : locked(repository.failed(tenant, accounts));
    }

    private Map<AccountId, List<SecretKind>> locked(List<SecretRepository.Failed> failed) {
        Instant now = clock.instant();
        Map<AccountId, List<SecretKind>> locked = new LinkedHashMap<>();
        for (SecretRepository.Failed each : failed) {
            LockOuts.now(policies.of(each.tenant()).lockout(), each.failures(), each.locks(), each.lastFailureAt(), now)
                    .ifPresent(lock -> locked.computeIfAbsent(each.account(), _ -> new ArrayList<>())
                            .add(each.kind()));
        }
        return locked;
    }
}
