package io.shomei.account.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.kernel.Ids;
import io.shomei.kernel.Recent;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.Secret;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives log-in IDs that are nobody's a tenant whose policy they are answered by, so that a lock does not tell which IDs there are (C.3). The
 * same ID has always the same one, as far as tenants stay, and nobody but the platform knows which.
 */
@ApplicationScoped
public class Nobodies {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Secret secret;
    private final Tenants tenants;
    private final Policies policies;
    private final Recent<Tenants, List<TenantId>> known;

    Nobodies(KeyStorage keys, Tenants tenants, Policies policies, InstantSource clock) {
        this.secret = keys.secret("nobodys-log-in-id");
        this.tenants = tenants;
        this.policies = policies;
        this.known = new Recent<>(KEPT, clock);
    }

    /**
     * Whom it could name; empty where no tenant knows people by IDs in this way.
     *
     * @param site the tenant whose site the ID was typed at; null where it could be of any
     * @param offered whether a policy asks for an ID there
     */
    public Optional<Nobody> of(String loginId, @Nullable TenantId site, Predicate<Policy> offered) {
        byte[] digest = secret.hmac(((site == null ? "" : site) + "\n" + loginId).getBytes(UTF_8));
        Role role = digest[0] % 2 == 0 ? Role.USER : Role.ADMINISTRATOR;
        List<TenantId> candidates = site == null ? known.get(tenants, Tenants::ids) : List.of(site);
        return candidates.stream()
                .filter(tenant -> offered.test(policies.of(tenant)))
                .map(tenant -> new Ranked(rank(digest, tenant), tenant))
                .max((one, other) -> Arrays.compareUnsigned(one.rank(), other.rank()))
                .map(first -> new Nobody(digest, first.tenant(), role));
    }

    /** Whichever comes first is first, whoever else there is: a tenant that is added takes few IDs along. */
    private record Ranked(byte[] rank, TenantId tenant) {}

    private byte[] rank(byte[] digest, TenantId tenant) {
        byte[] both = Arrays.copyOf(digest, digest.length + 16);
        System.arraycopy(Ids.octets(tenant.value()), 0, both, digest.length, 16);
        return secret.hmac(both);
    }
}
