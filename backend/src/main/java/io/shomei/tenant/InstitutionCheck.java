package io.shomei.tenant;

import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import io.shomei.tenant.InstitutionError.Code;
import io.shomei.text.TabbedLine;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
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
        InstitutionCells cells = new InstitutionCells(line);
        if (!cells.areARow()) {
            return cells.row(null);
        }
        cells.checkText();
        cells.require(InstitutionColumn.CODE);
        cells.require(InstitutionColumn.NAME_JA);
        cells.require(InstitutionColumn.NAME_EN);
        checkCode(cells);
        InstitutionContact officer = new InstitutionContact(cells);
        officer.check();
        InstitutionDomains domains = new InstitutionDomains(cells);
        return cells.row(present.apply(cells.value(InstitutionColumn.CODE))
                .<InstitutionRow.Step>map(there -> change(there, cells, officer, domains))
                .orElseGet(() -> register(cells, officer, domains)));
    }

    private void checkCode(InstitutionCells cells) {
        String code = cells.value(InstitutionColumn.CODE);
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            cells.add(InstitutionColumn.CODE, Code.CODE_FORM, code);
        }
        Long first = lines.putIfAbsent(code.toLowerCase(Locale.ROOT), cells.line());
        if (first != null && !code.isEmpty()) {
            cells.add(InstitutionColumn.CODE, Code.DUPLICATE_CODE, code, first);
        }
    }

    private InstitutionRow.Step register(
            InstitutionCells cells, InstitutionContact officer, InstitutionDomains domains) {
        String code = cells.value(InstitutionColumn.CODE);
        String preset = cells.value(InstitutionColumn.PRESET);
        cells.require(InstitutionColumn.PRESET);
        Optional<Policy> policy = presets.apply(preset);
        if (!preset.isEmpty()) {
            checkPreset(cells, preset, policy);
        }
        List<Approval> approvals = domains.ofANewTenant(ZONE);
        TenantValues values = values(
                cells, new RegisteredSubject("", null, null, COUNTRY), ZONE.getId(), officer.among(List.of()), null);
        return new InstitutionRow.Step.Register(
                new NewTenant(code, values, preset, approvals),
                policy.isEmpty() ? null : officer.appointed(policy.get(), objections, notYet(code, values)));
    }

    private static void checkPreset(InstitutionCells cells, String preset, Optional<Policy> policy) {
        if (policy.isEmpty()) {
            cells.add(InstitutionColumn.PRESET, Code.NO_PRESET, preset);
        } else if (TenantCheck.countsTenant(policy.get())) {
            cells.add(InstitutionColumn.PRESET, Code.LICENCES_NEEDED, preset);
        }
    }

    private static Tenant notYet(String code, TenantValues values) {
        return new Tenant(
                NOT_YET,
                code,
                values.nameJa(),
                values.nameEn(),
                Tenant.State.ACTIVE,
                ZONE,
                values.subject(),
                List.of());
    }

    private InstitutionRow.Step change(
            Registration there, InstitutionCells cells, InstitutionContact officer, InstitutionDomains domains) {
        if (there.tenant().state() == Tenant.State.ENDED) {
            cells.add(InstitutionColumn.CODE, Code.TENANT_ENDED, there.tenant().code());
        }
        String preset = cells.value(InstitutionColumn.PRESET);
        String present = presetOf.apply(there);
        if (!preset.isEmpty() && !preset.equals(present)) {
            cells.add(InstitutionColumn.PRESET, Code.OTHER_PRESET, preset, present);
        }
        TenantValues before = there.values();
        TenantValues values =
                values(cells, before.subject(), before.timeZone(), officer.among(before.contacts()), before.licences());
        List<Approval> approvals = domains.of(there.tenant());
        return new InstitutionRow.Step.Change(there, values, approvals, changes(there, values, approvals));
    }

    private static Map<String, TenantValues.Change> changes(
            Registration there, TenantValues values, List<Approval> approvals) {
        Map<String, TenantValues.Change> changes =
                new LinkedHashMap<>(there.values().changesTo(values));
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
        return changes;
    }

    /**
     * @param before what stays where the row says nothing
     */
    private static TenantValues values(
            InstitutionCells cells,
            RegisteredSubject before,
            String timeZone,
            List<Contact> contacts,
            @Nullable Integer licences) {
        String name = cells.value(InstitutionColumn.NAME_EN);
        return new TenantValues(
                cells.value(InstitutionColumn.NAME_JA),
                name,
                new RegisteredSubject(
                        name,
                        cells.valueOr(InstitutionColumn.ST, before.st()),
                        cells.valueOr(InstitutionColumn.L, before.l()),
                        before.c()),
                timeZone,
                contacts,
                licences);
    }
}
