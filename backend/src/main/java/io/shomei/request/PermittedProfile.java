package io.shomei.request;

import io.shomei.pki.KeySpec;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import java.util.Set;

/**
 * A profile that a tenant may use: what its certificates are for, the keys it takes, and the ways to its holders that the profile and the
 * tenant's policy both know.
 */
public record PermittedProfile(CertificateKind kind, Set<KeySpec> keys, Set<Delivery> deliveries) {
    public PermittedProfile {
        keys = Set.copyOf(keys);
        deliveries = Set.copyOf(deliveries);
    }
}
