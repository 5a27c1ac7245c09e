package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Recent;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The register of tenants. */
@ApplicationScoped
public class Tenants {
    /** The job that revokes what an ended tenant has, where it was ended so; its instance is the tenant's id. */
    public static final String END_JOB = "tenant-end";

    /** How long another copy of the platform may still see a tenant as it was. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final TenantRepository tenants;
    private final DomainRepository domains;
    private final ContactRepository contacts;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Recent<TenantId, Tenant> recent;
    private final Map<String, TenantId> byCode = new ConcurrentHashMap<>();

    Tenants(
            TenantRepository tenants,
            DomainRepository domains,
            ContactRepository contacts,
            Policies policies,
            AuditLog audit,
            InstantSource clock) {
        this.tenants = tenants;
        this.domains = domains;
        this.contacts = contacts;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
        this.recent = new Recent<>(KEPT, clock);
    }

    @Transactional
    public Optional<Tenant> find(TenantId id) {
        return tenants.findTenant(id).map(row -> row.toTenant(domains.of(id)));
    }

    public Tenant get(TenantId id) {
        return QuarkusTransaction.joiningExisting().call(() -> find(id)).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** As {@link #get}, up to a few seconds old: for what every request asks. */
    public Tenant recent(TenantId id) {
        return recent.get(id, this::get);
    }

    /** How many certificates a tenant's contract is for; empty where none were agreed. */
    @Transactional
    public Optional<Integer> licences(TenantId id) {
        return tenants.licences(id);
    }

    /** Since when a tenant has its English name, which certificates from before do not hold; empty where it never had another. */
    @Transactional
    public Optional<Instant> renamedAt(TenantId id) {
        return tenants.renamedAt(id);
    }

    /** Whom the officers of a tenant are appointed by; empty where nobody is registered as that. */
    @Transactional
    public Optional<Contact> head(TenantId id) {
        return contacts.of(id).stream().filter(Contact::head).findFirst();
    }

    /** All tenants, whatever their state. */
    @Transactional
    public List<TenantId> ids() {
        return tenants.ids();
    }

    @Transactional
    Page<TenantLine> list(@Nullable String text, Tenant.@Nullable State state, PageRequest page) {
        return tenants.page(text, state, page);
    }

    /**
     * Does for one tenant after the other what is done again and again. What fails for one keeps no other one waiting, and is tried again
     * the next time.
     *
     * @param failure what the log says of a failure
     */
    public void each(String failure, Consumer<TenantId> work) {
        for (TenantId tenant : ids()) {
            try {
                work.accept(tenant);
            } catch (RuntimeException failed) {
                Log.errorf(failed, "%s for tenant %s", failure, tenant);
            }
        }
    }

    /** As {@link #recent(TenantId)}, by the code that people know. */
    public Optional<Tenant> recent(String code) {
        TenantId id = byCode.get(code);
        if (id == null) {
            Optional<TenantId> found = QuarkusTransaction.joiningExisting().call(() -> tenants.findByCode(code));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            id = found.get();
            // A code is never given to another tenant.
            byCode.put(code, id);
        }
        return Optional.of(recent(id));
    }

    /** Registers a tenant with its domains under a preset of the policy model, in the platform's own name. */
    @Transactional
    public void register(Tenant tenant, String preset) {
        enter(tenant, null, preset, Actor.PLATFORM);
    }

    /** As {@link #register(Tenant, String)}, with a contract for so many certificates. */
    @Transactional
    public void register(Tenant tenant, String preset, int licences) {
        enter(tenant, licences, preset, Actor.PLATFORM);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void enter(Tenant tenant, @Nullable Integer licences, String preset, Actor actor) {
        Instant now = clock.instant();
        forget(tenant.id());
        tenants.persist(TenantEntity.of(tenant, licences, now));
        tenants.flush();
        tenant.domains().forEach(domain -> domains.put(tenant.id(), domain, now));
        policies.assign(tenant.id(), preset, "{}");
        audit.append(AuditEntry.done(tenant.id(), AuditOperation.TENANT_REGISTER, actor)
                .on(tenant.code(), tenant.id().value())
                .with(Map.of("preset", preset)));
    }

    /** After a change: this copy of the platform sees it at once. */
    void forget(TenantId id) {
        recent.forget(id);
    }
}
