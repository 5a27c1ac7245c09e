package io.shomei.request;

import io.shomei.pki.KeySpec;
import io.shomei.profile.CertificateKind;
import java.util.Set;

/** A profile that a tenant may use: what its certificates are for, and the keys it takes. */
public record PermittedProfile(CertificateKind kind, Set<KeySpec> keys) {
    public PermittedProfile {
        keys = Set.copyOf(keys);
    }
}
