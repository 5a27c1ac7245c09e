package io.shomei.tenant;

import io.shomei.pki.DnsName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A DNS domain of a tenant.
 *
 * @param issuingDeadline until when the review of the domain permits issuing, inclusive
 * @param wildcardAllowed whether names such as {@code *.example.ac.jp} may be asked for
 * @param units values of OU that were registered for it, by name
 */
public record Domain(String name, Instant issuingDeadline, boolean wildcardAllowed, List<Unit> units) {

    public Domain {
        units = List.copyOf(units);
    }

    /** A domain for which no OU was registered. */
    public Domain(String name, Instant issuingDeadline, boolean wildcardAllowed) {
        this(name, issuingDeadline, wildcardAllowed, List.of());
    }

    /** A value of OU. */
    public record Unit(String name, State state, Instant registeredAt) {
        public enum State {
            PERMITTED,
            WITHDRAWN
        }

        boolean isPermitted() {
            return state == State.PERMITTED;
        }
    }

    /** Of the domains in which a host lies, the one with the longest name. */
    public static Optional<Domain> nearest(DnsName host, List<Domain> domains) {
        return domains.stream()
                .filter(domain -> host.isWithin(domain.name()))
                .max(Comparator.comparingInt(domain -> domain.name().length()));
    }

    /** When a deadline passes that is told as a day: with its last second. */
    static Instant deadline(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    public boolean isPermittedAt(Instant now) {
        return !now.isAfter(issuingDeadline);
    }

    /** Those of the registered values of OU that hold. */
    public Set<String> permittedUnits() {
        return units.stream().filter(Unit::isPermitted).map(Unit::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Another approval of this domain: units that are not in it any more are withdrawn, and new ones are registered. */
    Domain approved(Instant deadline, boolean wildcard, Collection<String> permitted, Instant now) {
        Set<String> known = units.stream().map(Unit::name).collect(Collectors.toSet());
        List<Unit> all = units.stream()
                .map(unit -> new Unit(
                        unit.name(),
                        permitted.contains(unit.name()) ? Unit.State.PERMITTED : Unit.State.WITHDRAWN,
                        unit.registeredAt()))
                .collect(Collectors.toCollection(ArrayList::new));
        permitted.stream()
                .filter(unit -> !known.contains(unit))
                .distinct()
                .forEach(unit -> all.add(new Unit(unit, Unit.State.PERMITTED, now)));
        return new Domain(name, deadline, wildcard, all);
    }
}
