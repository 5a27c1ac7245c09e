package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.tenant.TenantProblem.TENANT_CODE_TAKEN;
import static io.shomei.tenant.TenantProblem.TENANT_ENDED;
import static io.shomei.tenant.TenantProblem.TENANT_FAULTY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What operators register of tenants. A change names the version it was made from, and is in the tenant's history. */
@ApplicationScoped
class TenantRegistry {
    private final Tenants tenants;
    private final TenantRepository repository;
    private final DomainRepository domains;
    private final ContactRepository contacts;
    private final Policies policies;
    private final Event<TenantRenamed> renamed;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    TenantRegistry(
            Tenants tenants,
            TenantRepository repository,
            DomainRepository domains,
            ContactRepository contacts,
            Policies policies,
            Event<TenantRenamed> renamed,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.tenants = tenants;
        this.repository = repository;
        this.domains = domains;
        this.contacts = contacts;
        this.policies = policies;
        this.renamed = renamed;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Registration get(TenantId id) {
        return find(repository.findTenant(id));
    }

    /** The tenant's id. */
    TenantId register(Caller caller, NewTenant tenant, Language language) {
        TenantCheck check = new TenantCheck(language);
        check.values(tenant.values());
        check.domains(tenant.domains());
        check.preset(policies.preset(tenant.preset()), tenant.values().licences());
        refuse(check);
        return QuarkusTransaction.requiringNew().call(() -> add(Actor.of(caller), tenant));
    }

    void change(Caller caller, TenantId id, int seen, TenantValues values, Language language) {
        TenantCheck check = new TenantCheck(language);
        check.values(values);
        refuse(check);
        edit(id, seen, present -> change(Actor.of(caller), present, values));
    }

    void putDomain(Caller caller, TenantId id, int seen, Approval approval, Language language) {
        TenantCheck check = new TenantCheck(language);
        check.approval("", approval);
        refuse(check);
        edit(id, seen, present -> approve(Actor.of(caller), present, approval));
    }

    void removeDomain(Caller caller, TenantId id, int seen, String name) {
        edit(id, seen, present -> {
            Domain domain = present.tenant().domain(name).orElseThrow(() -> NOT_FOUND.because(""));
            domains.remove(id, domain.name());
            tell(Actor.of(caller), present.tenant(), AuditOperation.DOMAIN_REMOVE, Map.of("domain", domain.name()));
        });
    }

    /** The tenant with a code, in whatever case. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Registration> find(String code) {
        return repository.findByAnyCase(code).map(id -> find(repository.findTenant(id)));
    }

    /** Before a transaction locks several tenants: two of them would wait for each other. */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin() {
        repository.lockCodes();
    }

    /** As {@link #find(String)}, kept from changing until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Registration> lock(String code) {
        return repository.findByAnyCase(code).map(id -> find(repository.lock(id)));
    }

    /** Changes a tenant and approves domains, as was checked and locked, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void change(Actor actor, Registration present, TenantValues values, List<Approval> approvals) {
        change(actor, present, values);
        approvals.forEach(approval -> approve(actor, present, approval));
        repository.changed(present.tenant().id());
    }

    /** A tenant that has not ended, kept from changing until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Registration lock(TenantId id) {
        Registration present = find(repository.lock(id));
        requireOngoing(present);
        return present;
    }

    /** Gives domains of a tenant that is locked their next approval, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void approve(Actor actor, Registration present, List<Approval> approvals) {
        approvals.forEach(approval -> approve(actor, present, approval));
        repository.changed(present.tenant().id());
    }

    /** Registers what was checked, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    TenantId add(Actor actor, NewTenant tenant) {
        repository.lockCodes();
        if (repository.findByAnyCase(tenant.code()).isPresent()) {
            throw TENANT_CODE_TAKEN.because("%s", tenant.code());
        }
        TenantId id = new TenantId(ids.next());
        Instant now = clock.instant();
        TenantValues values = tenant.values();
        tenants.enter(
                new Tenant(
                        id,
                        tenant.code(),
                        values.nameJa(),
                        values.nameEn(),
                        Tenant.State.ACTIVE,
                        ZoneId.of(values.timeZone()),
                        values.subject(),
                        tenant.domains().stream()
                                .map(approval -> approved(Optional.empty(), approval, now))
                                .toList()),
                values.licences(),
                tenant.preset(),
                actor);
        contacts.replace(id, values.contacts());
        return id;
    }

    /** Changes what was checked and locked, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void change(Actor actor, Registration present, TenantValues values) {
        Map<String, TenantValues.Change> changes = present.values().changesTo(values);
        if (changes.isEmpty()) {
            return;
        }
        TenantId id = present.tenant().id();
        repository.change(id, values);
        contacts.replace(id, values.contacts());
        String before = present.values().subject().o();
        if (!before.equals(values.subject().o())) {
            repository.renamed(id, clock.instant());
            renamed.fire(new TenantRenamed(id, before, values.subject().o()));
        }
        Map<String, String> facts = new HashMap<>();
        changes.forEach((name, change) -> facts.put(name, change.toString()));
        tell(actor, present.tenant(), AuditOperation.TENANT_CHANGE, facts);
    }

    /** Gives a domain the approval that was checked, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void approve(Actor actor, Registration present, Approval approval) {
        Optional<Domain> before = present.tenant().domain(approval.name());
        Instant now = clock.instant();
        Domain after = approved(before, approval, now);
        if (before.isPresent() && before.get().equals(after)) {
            return;
        }
        domains.put(present.tenant().id(), after, now);
        tell(
                actor,
                present.tenant(),
                before.isPresent() ? AuditOperation.DOMAIN_CHANGE : AuditOperation.DOMAIN_ADD,
                Map.of(
                        "domain", after.name(),
                        "deadline", after.issuingDeadline().toString(),
                        "wildcards", String.valueOf(after.wildcardAllowed()),
                        "units",
                                String.join(
                                        ", ",
                                        after.permittedUnits().stream().sorted().toList())));
    }

    /** Changes a tenant that has not ended, from the version that the caller saw. */
    private void edit(TenantId id, int seen, Consumer<Registration> work) {
        QuarkusTransaction.requiringNew().run(() -> {
            Registration present = lock(id);
            if (present.version() != seen) {
                throw CHANGED_MEANWHILE.because("%d", present.version());
            }
            work.accept(present);
            repository.changed(id);
        });
        tenants.forget(id);
    }

    static void requireOngoing(Registration present) {
        if (present.tenant().state() == Tenant.State.ENDED) {
            throw TENANT_ENDED.because("%s", present.tenant().code());
        }
    }

    private Registration find(Optional<TenantEntity> row) {
        return row.map(found -> {
                    TenantId id = new TenantId(found.id);
                    return found.toRegistration(domains.of(id), contacts.of(id));
                })
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    private void tell(Actor actor, Tenant tenant, AuditOperation operation, Map<String, String> facts) {
        audit.append(AuditEntry.done(tenant.id(), operation, actor)
                .on(tenant.code(), tenant.id().value())
                .with(facts));
    }

    private static Domain approved(Optional<Domain> before, Approval approval, Instant now) {
        return before.orElseGet(() -> new Domain(approval.name(), approval.deadline(), approval.wildcards()))
                .approved(approval.deadline(), approval.wildcards(), approval.units(), now);
    }

    private static void refuse(TenantCheck check) {
        if (!check.faults().isEmpty()) {
            throw TENANT_FAULTY.with(List.copyOf(check.faults()));
        }
    }
}
