package io.shomei.request;

import io.shomei.tenant.Domain;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What applications are checked against: the tenant as it is now. One context serves a whole file.
 *
 * @param profiles the profiles the tenant may use, by their ID, of the kinds in question
 * @param minPinLength least length of an access PIN that an applicant chooses
 */
public record CheckContext(
        RegisteredSubject subject,
        List<Domain> domains,
        Map<String, PermittedProfile> profiles,
        int minPinLength,
        Instant now) {

    public CheckContext {
        domains = List.copyOf(domains);
        profiles = Map.copyOf(profiles);
    }

    /** Where no domain of the tenant permits issuing any more, the one that did to the last; none where it has no domain. */
    Optional<Domain> lastToLapse() {
        return domains.stream().anyMatch(domain -> domain.isPermittedAt(now))
                ? Optional.empty()
                : domains.stream().max(Comparator.comparing(Domain::issuingDeadline));
    }
}
