package io.shomei.request;

import io.shomei.pki.DnsName;
import io.shomei.pki.KeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What applications are checked against: the tenant as it is now. One context serves a whole file.
 *
 * @param profiles the profiles the tenant may use, by their ID, with the keys each takes
 */
public record CheckContext(
        RegisteredSubject subject, List<PermittedDomain> domains, Map<String, Set<KeySpec>> profiles, Instant now) {

    public CheckContext {
        domains = List.copyOf(domains);
        profiles = Map.copyOf(profiles);
    }

    /** The permitted domain that is nearest to this name. */
    Optional<PermittedDomain> domainOf(DnsName name) {
        PermittedDomain nearest = null;
        for (PermittedDomain domain : domains) {
            if (name.isWithin(domain.name())
                    && (nearest == null
                            || domain.name().length() > nearest.name().length())) {
                nearest = domain;
            }
        }
        return Optional.ofNullable(nearest);
    }
}
