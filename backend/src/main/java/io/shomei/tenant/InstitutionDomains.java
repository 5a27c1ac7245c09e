package io.shomei.tenant;

import io.shomei.tenant.InstitutionError.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The domains that a row of an institution file names, with the deadline that stands beside them. */
record InstitutionDomains(InstitutionCells cells) {

    /** Those of a tenant that is registered with the row. */
    List<Approval> ofANewTenant(ZoneId zone) {
        Set<String> names = names();
        Optional<LocalDate> deadline = deadline();
        if (!names.isEmpty()) {
            cells.require(InstitutionColumn.DEADLINE);
        } else if (deadline.isPresent()) {
            cells.add(InstitutionColumn.DEADLINE, Code.DEADLINE_WITHOUT_DOMAIN);
        }
        Instant until = deadline.map(day -> Domain.deadline(day, zone)).orElse(Instant.EPOCH);
        return names.stream()
                .map(name -> new Approval(name, until, false, List.of()))
                .toList();
    }

    /** The named domains, or where a deadline stands alone all that there are, with the new deadline. */
    List<Approval> of(Tenant there) {
        Set<String> names = names();
        Optional<LocalDate> deadline = deadline();
        if (deadline.isEmpty()) {
            if (names.stream().anyMatch(name -> there.domain(name).isEmpty())) {
                cells.require(InstitutionColumn.DEADLINE);
            }
            return List.of();
        }
        Instant until = Domain.deadline(deadline.get(), there.timeZone());
        if (names.isEmpty()) {
            there.domains().forEach(domain -> names.add(domain.name()));
        }
        return names.stream()
                .map(name -> there.domain(name)
                        .map(domain -> new Approval(
                                name, until, domain.wildcardAllowed(), List.copyOf(domain.permittedUnits())))
                        .orElseGet(() -> new Approval(name, until, false, List.of())))
                .toList();
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        String cell = cells.value(InstitutionColumn.DOMAINS);
        for (String part : cell.isEmpty() ? new String[0] : cell.split(",", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            if (!TenantCheck.isDomain(name)) {
                cells.add(InstitutionColumn.DOMAINS, Code.DOMAIN_NAME, part);
            } else if (!names.add(name)) {
                cells.add(InstitutionColumn.DOMAINS, Code.DUPLICATE_DOMAIN, name);
            }
        }
        return names;
    }

    private Optional<LocalDate> deadline() {
        String cell = cells.value(InstitutionColumn.DEADLINE);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeException noDate) {
            cells.add(InstitutionColumn.DEADLINE, Code.DEADLINE_FORM, cell);
            return Optional.empty();
        }
    }
}
