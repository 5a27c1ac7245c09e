package io.shomei.tenant;

import io.shomei.pki.AlternativeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proof that a tenant's certificate may hold these alternative names: each lies in a domain of the tenant that was permitted when
 * they were checked (CP/CPS 3.2). Hosts and mailboxes are under the same rule.
 */
public final class PermittedNames {
    public static final PermittedNames NONE = new PermittedNames(List.of());

    private final List<AlternativeName> names;

    private PermittedNames(List<? extends AlternativeName> names) {
        this.names = List.copyOf(names);
    }

    /** The proof, or everything that stands against it. */
    public sealed interface Check {
        record Good(PermittedNames names) implements Check {}

        record Bad(List<Objection> objections) implements Check {}
    }

    /** Why a name may not be certified. */
    public sealed interface Objection {
        AlternativeName name();

        /** It lies in no domain of the tenant, or is of a kind that has none. */
        record NotPermitted(AlternativeName name) implements Objection {}

        record DeadlinePassed(AlternativeName name, Domain domain) implements Objection {}

        record NoWildcards(AlternativeName name, Domain domain) implements Objection {}
    }

    public static Check check(List<? extends AlternativeName> names, List<Domain> domains, Instant now) {
        List<Objection> objections = names.stream()
                .flatMap(name -> objections(name, domains, now).stream())
                .toList();
        return objections.isEmpty() ? new Check.Good(new PermittedNames(names)) : new Check.Bad(objections);
    }

    /** Names that nobody applies for: those of the platform's own services. */
    public static PermittedNames ofPlatform(List<? extends AlternativeName> names) {
        return new PermittedNames(names);
    }

    public List<AlternativeName> all() {
        return names;
    }

    /** The hosts among them, for reading. */
    public List<String> hosts() {
        return names.stream()
                .filter(AlternativeName.Host.class::isInstance)
                .map(AlternativeName::text)
                .toList();
    }

    private static List<Objection> objections(AlternativeName name, List<Domain> domains, Instant now) {
        Optional<Domain> nearest = name.domain().flatMap(host -> Domain.nearest(host, domains));
        if (nearest.isEmpty()) {
            return List.of(new Objection.NotPermitted(name));
        }
        Domain domain = nearest.get();
        List<Objection> found = new ArrayList<>(2);
        if (!domain.isPermittedAt(now)) {
            found.add(new Objection.DeadlinePassed(name, domain));
        }
        if (name instanceof AlternativeName.Wildcard && !domain.wildcardAllowed()) {
            found.add(new Objection.NoWildcards(name, domain));
        }
        return found;
    }
}
