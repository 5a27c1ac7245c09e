package io.shomei.tenant;

import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import io.shomei.tenant.InstitutionError.Code;
import io.shomei.text.CellFault;
import io.shomei.text.JisCharacters;
import io.shomei.text.PlainCharacters;
import io.shomei.text.TabbedLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what each row of an institution file leads to, and everything that is wrong with it. An empty column of a tenant that is
 * there already changes nothing; its domains that are not named stay as they are.
 */
final class InstitutionCheck {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,29}");
    private static final String COUNTRY = "JP";
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private static final TenantId NOT_YET = new TenantId(new UUID(0, 0));

    private final Function<String, Optional<Registration>> present;
    private final Function<String, Optional<Policy>> presets;
    private final Function<Registration, String> presetOf;
    private final Objections objections;
    private final Map<String, Long> lines = new HashMap<>();

    /**
     * @param present the tenant with a code, in whatever case
     * @param presetOf the preset of a tenant's policy
     * @param objections what is against somebody who is to be an officer
     */
    InstitutionCheck(
            Function<String, Optional<Registration>> present,
            Function<String, Optional<Policy>> presets,
            Function<Registration, String> presetOf,
            Objections objections) {
        this.present = present;
        this.presets = presets;
        this.presetOf = presetOf;
        this.objections = objections;
    }

    /** {@link InstitutionOfficers#objection}. */
    interface Objections {
        Optional<String> against(Tenant tenant, Policy policy, InstitutionOfficers.Officer officer);
    }

    InstitutionRow check(TabbedLine line) {
        return new Row(line).check();
    }

    /** One row while it is being looked at. */
    private final class Row {
        private final long line;
        private final List<String> cells;
        private final List<InstitutionError> errors = new ArrayList<>();

        Row(TabbedLine line) {
            this.line = line.number();
            this.cells = line.cells();
        }

        InstitutionRow check() {
            if (cells.size() == 1 && cells.getFirst().isBlank()) {
                return refused(InstitutionColumn.ROW, Code.BLANK_LINE);
            }
            if (cells.size() != InstitutionColumn.COUNT) {
                return refused(InstitutionColumn.ROW, Code.COLUMN_COUNT, cells.size(), InstitutionColumn.COUNT);
            }
            for (InstitutionColumn column : InstitutionColumn.values()) {
                if (column != InstitutionColumn.ROW && !cell(column).isEmpty()) {
                    checkCell(column, cell(column));
                }
            }
            InstitutionRow.Step step = step();
            errors.sort(Comparator.comparing(InstitutionError::column));
            return new InstitutionRow(line, cells, errors, errors.isEmpty() ? step : null);
        }

        private InstitutionRow refused(InstitutionColumn column, Code code, Object... facts) {
            return new InstitutionRow(line, cells, List.of(InstitutionError.of(column, code, facts)), null);
        }

        private String cell(InstitutionColumn column) {
            return cells.get(column.number() - 1).strip();
        }

        private @Nullable String orElse(InstitutionColumn column, @Nullable String present) {
            return cell(column).isEmpty() ? present : cell(column);
        }

        private void add(InstitutionColumn column, Code code, Object... facts) {
            errors.add(InstitutionError.of(column, code, facts));
        }

        private boolean isSound(InstitutionColumn column) {
            return errors.stream().noneMatch(error -> error.column() == column);
        }

        private void checkCell(InstitutionColumn column, String value) {
            CellFault.of(value, column.maxLength()).ifPresent(fault -> {
                switch (fault) {
                    case UNDECODABLE -> add(column, Code.UNDECODABLE);
                    case CONTROL_CHARACTER -> add(column, Code.CONTROL_CHARACTER);
                    case QUOTED -> add(column, Code.QUOTED);
                    case TOO_LONG ->
                        add(column, Code.TOO_LONG, column.maxLength(), value.codePointCount(0, value.length()));
                }
            });
            int outside = JisCharacters.firstOutside(value);
            if (outside >= 0 && isSound(column)) {
                add(column, Code.CHARACTER, Character.toString(outside), "U+%04X".formatted(outside));
            }
        }

        private InstitutionRow.@Nullable Step step() {
            for (InstitutionColumn column :
                    List.of(InstitutionColumn.CODE, InstitutionColumn.NAME_JA, InstitutionColumn.NAME_EN)) {
                require(column);
            }
            String code = cell(InstitutionColumn.CODE);
            if (!code.isEmpty() && !CODE.matcher(code).matches()) {
                add(InstitutionColumn.CODE, Code.CODE_FORM, code);
            }
            Long first = lines.putIfAbsent(code.toLowerCase(Locale.ROOT), line);
            if (first != null && !code.isEmpty()) {
                add(InstitutionColumn.CODE, Code.DUPLICATE_CODE, code, first);
            }
            checkOfficer();
            Optional<Registration> there = present.apply(code);
            return there.isPresent() ? change(there.get()) : register(code);
        }

        private void require(InstitutionColumn column) {
            if (cell(column).isEmpty()) {
                add(column, Code.REQUIRED);
            }
        }

        /** Who can be written to has a name and an address. */
        private void checkOfficer() {
            String email = cell(InstitutionColumn.OFFICER_EMAIL);
            boolean some = Stream.of(
                            InstitutionColumn.OFFICER_NAME,
                            InstitutionColumn.OFFICER_LATIN_NAME,
                            InstitutionColumn.OFFICER_UNIT,
                            InstitutionColumn.OFFICER_EMAIL)
                    .anyMatch(column -> !cell(column).isEmpty());
            if (some) {
                require(InstitutionColumn.OFFICER_NAME);
                require(InstitutionColumn.OFFICER_EMAIL);
            }
            if (!email.isEmpty() && !TenantCheck.isMailAddress(email)) {
                add(InstitutionColumn.OFFICER_EMAIL, Code.MAIL_ADDRESS, email);
            }
        }

        private InstitutionRow.Step register(String code) {
            require(InstitutionColumn.PRESET);
            String preset = cell(InstitutionColumn.PRESET);
            if (!preset.isEmpty()) {
                checkPreset(preset);
            }
            Set<String> names = domains();
            Optional<LocalDate> deadline = deadline();
            if (!names.isEmpty()) {
                require(InstitutionColumn.DEADLINE);
            } else if (deadline.isPresent()) {
                add(InstitutionColumn.DEADLINE, Code.DEADLINE_WITHOUT_DOMAIN);
            }
            Instant until = deadline.map(day -> Domain.deadline(day, ZONE)).orElse(Instant.EPOCH);
            RegisteredSubject subject = new RegisteredSubject(
                    cell(InstitutionColumn.NAME_EN),
                    orElse(InstitutionColumn.ST, null),
                    orElse(InstitutionColumn.L, null),
                    COUNTRY);
            TenantValues values = new TenantValues(
                    cell(InstitutionColumn.NAME_JA),
                    cell(InstitutionColumn.NAME_EN),
                    subject,
                    ZONE.getId(),
                    officer(List.of()),
                    null);
            return new InstitutionRow.Step.Register(
                    new NewTenant(
                            code,
                            values,
                            preset,
                            names.stream()
                                    .map(name -> new Approval(name, until, false, List.of()))
                                    .toList()),
                    appointed(code, values, presets.apply(preset)));
        }

        /** The officer of the row, where officers of such a tenant are invited to a certificate that they log in with. */
        private InstitutionOfficers.@Nullable Officer appointed(
                String code, TenantValues values, Optional<Policy> policy) {
            String email = cell(InstitutionColumn.OFFICER_EMAIL);
            if (email.isEmpty() || policy.isEmpty() || !invitesOfficers(policy.get())) {
                return null;
            }
            require(InstitutionColumn.OFFICER_LATIN_NAME);
            String name = cell(InstitutionColumn.OFFICER_LATIN_NAME);
            InstitutionOfficers.Officer officer = new InstitutionOfficers.Officer(name, email);
            if (isSound(InstitutionColumn.OFFICER_LATIN_NAME)
                    && PlainCharacters.OF_COMMON_NAMES.firstOutside(name) >= 0) {
                add(InstitutionColumn.OFFICER_LATIN_NAME, Code.LATIN_LETTERS, name);
            } else if (isSound(InstitutionColumn.OFFICER_LATIN_NAME) && isSound(InstitutionColumn.NAME_EN)) {
                Tenant tenant = new Tenant(
                        NOT_YET,
                        code,
                        values.nameJa(),
                        values.nameEn(),
                        Tenant.State.ACTIVE,
                        ZONE,
                        values.subject(),
                        List.of());
                objections
                        .against(tenant, policy.get(), officer)
                        .ifPresent(why -> add(InstitutionColumn.OFFICER_LATIN_NAME, Code.NAME_NOT_CERTIFIABLE, why));
            }
            return officer;
        }

        /** With a certificate alone, by URL and access PIN: whoever logs in by an ID is registered on the screen, which asks for it. */
        private static boolean invitesOfficers(Policy policy) {
            return policy.enrolment().secret() == Policy.Enrolment.Secret.ACCESS_PIN
                    && policy.identity().userIdFormat() == null;
        }

        private void checkPreset(String preset) {
            Optional<Policy> policy = presets.apply(preset);
            if (policy.isEmpty()) {
                add(InstitutionColumn.PRESET, Code.NO_PRESET, preset);
            } else if (TenantCheck.countsTenant(policy.get())) {
                add(InstitutionColumn.PRESET, Code.LICENCES_NEEDED, preset);
            }
        }

        private InstitutionRow.Step change(Registration there) {
            if (there.tenant().state() == Tenant.State.ENDED) {
                add(InstitutionColumn.CODE, Code.TENANT_ENDED, there.tenant().code());
            }
            String preset = cell(InstitutionColumn.PRESET);
            String present = presetOf.apply(there);
            if (!preset.isEmpty() && !preset.equals(present)) {
                add(InstitutionColumn.PRESET, Code.OTHER_PRESET, preset, present);
            }
            TenantValues before = there.values();
            RegisteredSubject subject = before.subject();
            TenantValues values = new TenantValues(
                    cell(InstitutionColumn.NAME_JA),
                    cell(InstitutionColumn.NAME_EN),
                    new RegisteredSubject(
                            cell(InstitutionColumn.NAME_EN),
                            orElse(InstitutionColumn.ST, subject.st()),
                            orElse(InstitutionColumn.L, subject.l()),
                            subject.c()),
                    before.timeZone(),
                    officer(before.contacts()),
                    before.licences());
            List<Approval> approvals = approvals(there);
            Map<String, TenantValues.Change> changes = new LinkedHashMap<>(before.changesTo(values));
            approvals.forEach(approval -> {
                String was = there.tenant()
                        .domain(approval.name())
                        .map(domain -> domain.issuingDeadline().toString())
                        .orElse("");
                if (!was.equals(approval.deadline().toString())) {
                    changes.put(
                            approval.name(),
                            new TenantValues.Change(was, approval.deadline().toString()));
                }
            });
            return new InstitutionRow.Step.Change(there, values, approvals, changes);
        }

        /** The named domains, or where a deadline stands alone all that there are, with the new deadline. */
        private List<Approval> approvals(Registration there) {
            Set<String> names = domains();
            Optional<LocalDate> deadline = deadline();
            if (deadline.isEmpty()) {
                if (names.stream().anyMatch(name -> there.tenant().domain(name).isEmpty())) {
                    require(InstitutionColumn.DEADLINE);
                }
                return List.of();
            }
            Instant until = Domain.deadline(deadline.get(), there.tenant().timeZone());
            if (names.isEmpty()) {
                there.tenant().domains().forEach(domain -> names.add(domain.name()));
            }
            return names.stream()
                    .map(name -> there.tenant()
                            .domain(name)
                            .map(domain -> new Approval(
                                    name, until, domain.wildcardAllowed(), List.copyOf(domain.permittedUnits())))
                            .orElseGet(() -> new Approval(name, until, false, List.of())))
                    .toList();
        }

        private Set<String> domains() {
            Set<String> names = new LinkedHashSet<>();
            String cell = cell(InstitutionColumn.DOMAINS);
            for (String part : cell.isEmpty() ? new String[0] : cell.split(",", -1)) {
                String name = part.strip().toLowerCase(Locale.ROOT);
                if (!TenantCheck.isDomain(name)) {
                    add(InstitutionColumn.DOMAINS, Code.DOMAIN_NAME, part);
                } else if (!names.add(name)) {
                    add(InstitutionColumn.DOMAINS, Code.DUPLICATE_DOMAIN, name);
                }
            }
            return names;
        }

        private Optional<LocalDate> deadline() {
            String cell = cell(InstitutionColumn.DEADLINE);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDate.parse(cell));
            } catch (DateTimeException noDate) {
                add(InstitutionColumn.DEADLINE, Code.DEADLINE_FORM, cell);
                return Optional.empty();
            }
        }

        /** The officer of the row in the place of the contact with the same address, or beside the contacts there are. */
        private List<Contact> officer(List<Contact> contacts) {
            String email = cell(InstitutionColumn.OFFICER_EMAIL);
            if (email.isEmpty()) {
                return contacts;
            }
            List<Contact> all = new ArrayList<>(contacts);
            Optional<Contact> before = contacts.stream()
                    .filter(contact -> contact.email().equalsIgnoreCase(email))
                    .findFirst();
            Contact officer = new Contact(
                    cell(InstitutionColumn.OFFICER_NAME),
                    orElse(
                            InstitutionColumn.OFFICER_LATIN_NAME,
                            before.map(Contact::latinName).orElse(null)),
                    orElse(
                            InstitutionColumn.OFFICER_UNIT,
                            before.map(Contact::unit).orElse(null)),
                    email,
                    before.map(Contact::phone).orElse(null),
                    before.map(Contact::head).orElse(false));
            before.ifPresentOrElse(present -> all.set(all.indexOf(present), officer), () -> all.add(officer));
            return all;
        }
    }
}
