package io.shomei.request;

import io.shomei.pki.KeySpec;
import io.shomei.tenant.Domain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What applications are checked against: the tenant as it is now. One context serves a whole file.
 *
 * @param profiles the profiles the tenant may use, by their ID, with the keys each takes
 */
public record CheckContext(
        RegisteredSubject subject, List<Domain> domains, Map<String, Set<KeySpec>> profiles, Instant now) {

    public CheckContext {
        domains = List.copyOf(domains);
        profiles = Map.copyOf(profiles);
    }
}
