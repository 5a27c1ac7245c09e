package io.shomei.request;

import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a tenant's applications are checked against, as it stands now. */
@ApplicationScoped
public class CheckContexts {
    private final Tenants tenants;
    private final Policies policies;
    private final Profiles profiles;
    private final InstantSource clock;

    CheckContexts(Tenants tenants, Policies policies, Profiles profiles, InstantSource clock) {
        this.tenants = tenants;
        this.policies = policies;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * A tenant that may not work now is refused.
     *
     * @param kinds of certificates that are applied for
     */
    public CheckContext of(TenantId id, Set<CertificateKind> kinds) {
        Tenant tenant = tenants.recent(id);
        tenant.requireActive();
        Policy policy = policies.of(id);
        return new CheckContext(
                RegisteredSubject.of(tenant),
                tenant.domains(),
                permitted(policy, kinds),
                policy.enrolment().minPinLength(),
                clock.instant());
    }

    /** Those of the profile for which the policy lets keys be made. */
    private static Set<Delivery> deliveries(Profile profile, Policy policy) {
        return profile.deliveries().stream()
                .filter(delivery -> switch (delivery) {
                    case P12, P12_BULK ->
                        policy.key().comesFrom(Policy.Key.Origin.SERVER_P12)
                                && policy.p12().initialPassword() == Policy.P12.InitialPassword.ENROLMENT_SECRET;
                    case BROWSER -> policy.key().comesFrom(Policy.Key.Origin.BROWSER_KEYGEN);
                    case CERTIFICATE -> policy.key().comesFrom(Policy.Key.Origin.CSR_UPLOAD);
                    case AGENT, NONE -> true;
                })
                .collect(Collectors.toSet());
    }

    /** None where somebody else than an officer allows an issue; none whose certificates would get to nobody. */
    private Map<String, PermittedProfile> permitted(Policy policy, Set<CertificateKind> kinds) {
        if (policy.issuance().approval() != Policy.Issuance.Approval.OFFICER) {
            return Map.of();
        }
        return policy.profiles().permitted().stream()
                .map(profiles::get)
                .filter(profile -> kinds.contains(profile.kind()))
                .filter(profile -> !deliveries(profile, policy).isEmpty())
                .collect(Collectors.toMap(
                        Profile::id,
                        profile -> new PermittedProfile(profile.kind(), profile.keys(), deliveries(profile, policy))));
    }
}
