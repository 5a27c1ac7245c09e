package io.shomei.policy;

import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.policy.PolicyProblem.POLICY_FAULTY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Recent;
import io.shomei.kernel.TenantId;
import io.shomei.policy.PolicyDocuments.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Each tenant's policy: its preset with its changes laid over it, key by key. */
@ApplicationScoped
public class Policies {
    /** How long another copy of the platform may still work under a version that was replaced. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final PolicyRepository repository;
    private final Presets presets;
    private final PolicyLimits limits;
    private final AuditLog audit;
    private final List<PolicyObserver> observers;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final TransactionSynchronizationRegistry transaction;
    private final Recent<TenantId, Policy> recent;

    Policies(
            PolicyRepository repository,
            Presets presets,
            PolicyLimits limits,
            AuditLog audit,
            @All List<PolicyObserver> observers,
            ObjectMapper json,
            InstantSource clock,
            TransactionSynchronizationRegistry transaction) {
        this.repository = repository;
        this.presets = presets;
        this.limits = limits;
        this.audit = audit;
        this.observers = observers;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.recent = new Recent<>(KEPT, clock);
    }

    /**
     * What a policy would be.
     *
     * @param faults everything that is wrong with it; without one it can be had
     * @param fromPreset what it changes of the preset
     * @param fromPresent what it changes of the present version; empty for a new tenant
     * @param policy the policy itself, where it is not faulty
     */
    record Draft(
            ObjectNode document,
            ObjectNode overrides,
            List<PolicyFault> faults,
            List<Difference> fromPreset,
            List<Difference> fromPresent,
            @Nullable Policy policy) {}

    /** The policy that holds for a tenant now. */
    public Policy of(TenantId tenant) {
        return recent.get(tenant, this::newest);
    }

    private Policy newest(TenantId tenant) {
        PolicyVersion newest = repository
                .newest(tenant)
                .orElseThrow(() -> new IllegalStateException("tenant " + tenant + " has no policy"));
        return PolicyDocuments.bind(json, document(newest), newest.version());
    }

    /** What each kind of service begins with: for whoever has not said yet where they belong. */
    public List<Policy> ofPresets() {
        return presets.all().stream()
                .map(preset -> PolicyDocuments.bind(json, preset.policy(), 0))
                .toList();
    }

    /**
     * The policy under which something began. Keys that protect, such as the threshold of the lock-out, are those of today:
     * they hold at once.
     */
    @Transactional
    public Policy of(TenantId tenant, int version) {
        PolicyVersion newest = present(tenant);
        PolicyVersion then = repository.find(tenant, version).orElseThrow(() -> NOT_FOUND.because(""));
        return PolicyDocuments.bind(json, PolicyDocuments.protectedBy(document(then), document(newest)), version);
    }

    /** The name of the preset that a tenant's policy is made from, for whoever shows or compares it; what holds is the policy. */
    @Transactional
    public String presetOf(TenantId tenant) {
        return present(tenant).preset();
    }

    /** What a tenant's first policy would be; empty where there is no such preset. */
    public Optional<Policy> preset(String name) {
        return presets.find(name).map(preset -> PolicyDocuments.bind(json, preset.policy(), 1));
    }

    /** Gives a new tenant its first policy, or an existing one a new version, in the platform's own name. */
    @Transactional
    public Policy assign(TenantId tenant, String preset, String overrides) {
        Draft draft = draft(preset, read(overrides), repository.newest(tenant).orElse(null), Language.EN);
        return add(tenant, draft, preset, Actor.PLATFORM, "", Language.EN);
    }

    /**
     * Changes a tenant's policy.
     *
     * @param seen version that the change was made from; refused where another came in between
     */
    @Transactional
    Policy change(
            Caller caller,
            TenantId tenant,
            int seen,
            String preset,
            ObjectNode overrides,
            String comment,
            Language language) {
        repository.lock(tenant);
        PolicyVersion present = present(tenant);
        if (present.version() != seen) {
            throw CHANGED_MEANWHILE.because("%d", present.version());
        }
        Draft draft = draft(preset, overrides, present, language);
        Policy policy = add(tenant, draft, preset, Actor.of(caller), comment, language);
        List<Difference> protecting =
                draft.fromPresent().stream().filter(each -> each.key().atOnce()).toList();
        if (!protecting.isEmpty()) {
            observers.forEach(each -> each.protectionChanged(
                    tenant, Actor.of(caller), comment, read -> PolicyTexts.lines(protecting, read)));
        }
        return policy;
    }

    /** What a change would be, without making it. */
    @Transactional
    Draft check(TenantId tenant, String preset, ObjectNode overrides, Language language) {
        return draft(preset, overrides, present(tenant), language);
    }

    @Transactional
    PolicyVersion present(TenantId tenant) {
        return repository.newest(tenant).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** The newest first. */
    @Transactional
    List<PolicyVersion> versions(TenantId tenant) {
        present(tenant);
        return repository.all(tenant);
    }

    /** A version with everything its preset says, within the limits of the installation. */
    ObjectNode document(PolicyVersion version) {
        Preset preset = presets.find(version.preset())
                .orElseThrow(() -> new IllegalStateException("there is no preset " + version.preset()));
        return limits.bounded(PolicyDocuments.merged(preset.policy(), version.overrides()));
    }

    private Draft draft(String presetName, ObjectNode overrides, @Nullable PolicyVersion present, Language language) {
        Preset preset = presets.find(presetName)
                .orElseThrow(() -> faulty(List.of(PolicyFault.of("preset", "NoPreset", presetName)), language));
        ObjectNode document = PolicyDocuments.merged(preset.policy(), overrides);
        List<PolicyFault> faults = limits.check(document);
        Policy policy = null;
        if (faults.isEmpty()) {
            policy = PolicyDocuments.bind(json, document, present == null ? 1 : present.version() + 1);
            faults = Consistency.check(policy);
        }
        return new Draft(
                document,
                PolicyDocuments.needed(preset.policy(), overrides),
                faults,
                PolicyDocuments.differences(preset.policy(), document),
                present == null ? List.of() : PolicyDocuments.differences(document(present), document),
                faults.isEmpty() ? policy : null);
    }

    private Policy add(TenantId tenant, Draft draft, String preset, Actor actor, String comment, Language language) {
        Policy policy = draft.policy();
        if (policy == null) {
            throw faulty(draft.faults(), language);
        }
        int version = repository.newest(tenant).map(row -> row.version() + 1).orElse(1);
        repository.add(
                tenant, new PolicyVersion(version, preset, draft.overrides(), clock.instant(), actor.name(), comment));
        forgetNowAndLater(tenant);
        if (version > 1) {
            audit.append(AuditEntry.done(tenant, AuditOperation.POLICY_CHANGE, actor)
                    .on(preset, tenant.value())
                    .with(Map.of(
                            "version",
                            String.valueOf(version),
                            "keys",
                            draft.fromPresent().stream()
                                    .map(each -> each.key().path())
                                    .collect(Collectors.joining(", ")),
                            "comment",
                            comment)));
        }
        return PolicyDocuments.bind(json, draft.document(), version);
    }

    /** This transaction sees the new version at once; others may read the one before until it has ended. */
    private void forgetNowAndLater(TenantId tenant) {
        recent.forget(tenant);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                recent.forget(tenant);
            }
        });
    }

    private static ProblemException faulty(List<PolicyFault> faults, Language language) {
        return POLICY_FAULTY.with(faults.stream()
                .map(fault -> new InputFault(fault.pointer(), fault.rule(), PolicyTexts.fault(fault, language)))
                .toList());
    }

    private ObjectNode read(String overrides) {
        try {
            JsonNode tree = json.readTree(overrides);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException("changes of a policy are a JSON object");
    }
}
