package io.shomei.issuance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.CertificateTemplates;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.NewCertificate;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.licence.LicenceClaim;
import io.shomei.licence.Licences;
import io.shomei.lint.Finding;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.UnsignedCertificate;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profile;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Issues certificates. */
@ApplicationScoped
public class Issuance {
    private final IssuanceRepository repository;
    private final CertificateRegister register;
    private final Licences licences;
    private final Authorities authorities;
    private final Tenants tenants;
    private final Policies policies;
    private final CertificateTemplates templates;
    private final EventOutbox events;
    private final AuditLog audit;
    private final SecureRandom random;
    private final InstantSource clock;

    Issuance(
            IssuanceRepository repository,
            CertificateRegister register,
            Licences licences,
            Authorities authorities,
            Tenants tenants,
            Policies policies,
            CertificateTemplates templates,
            EventOutbox events,
            AuditLog audit,
            SecureRandom random,
            InstantSource clock) {
        this.repository = repository;
        this.register = register;
        this.licences = licences;
        this.authorities = authorities;
        this.tenants = tenants;
        this.policies = policies;
        this.templates = templates;
        this.events = events;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Carries out orders of one tenant, all in two transactions: the intents before the keys are used, everything that
     * follows from the signatures after. The policy that holds for the tenant now governs all of them, and each certificate
     * remembers its version. Nothing is issued for a tenant that was suspended or has ended, as it was known a few seconds ago, whoever
     * asks.
     *
     * @param orders checked: steps 1 and 2 of the story are behind them, as their types prove
     * @param alongside what else belongs to the issue, such as enrolments and notices; runs in the second transaction
     * @return the outcome of each order, in their order
     */
    public List<Outcome> issue(
            TenantId tenant, List<Order> orders, Actor actor, Consumer<List<Outcome.Issued>> alongside) {
        return issue(tenant, orders, order -> authorities.signingFor(order.profile()), actor, issued -> {
            // An authority that was compromised while it signed: what it signed was not delivered, and is not entered.
            authorities.requireUncompromised(
                    issued.stream().map(Outcome.Issued::authority).collect(Collectors.toSet()));
            alongside.accept(issued);
        });
    }

    /** As above, by authorities that the caller chooses: the platform's own certificates are also signed by earlier generations. */
    List<Outcome> issue(
            TenantId tenant,
            List<Order> orders,
            Function<Order, SigningAuthority> signer,
            Actor actor,
            Consumer<List<Outcome.Issued>> alongside) {
        Instant now = clock.instant();
        Tenant owner = tenants.recent(tenant);
        owner.requireActive();
        ZoneId zone = owner.timeZone();
        Policy policy = policies.of(tenant);

        // 3. Serial number and validity come from us; the certificate is shaped from the profile and checked fields.
        // 4. What fails a lint cannot reach the signer: it has no LintedCertificate.
        List<Draft> drafts = orders.stream()
                .map(order -> draft(order, policy, signer.apply(order), now, zone))
                .toList();

        // 5. The intent is committed before a CA key is used, so that a signature without a record cannot exist.
        // What the contract is for is taken with it.
        Map<CertificateId, Set<Outcome.Conflict>> conflicts = claim(tenant, policy, drafts, now);

        // 6. Sign; the authority verifies each signature before it gives it out.
        Map<CertificateId, Outcome.Issued> issued = new HashMap<>();
        List<NewCertificate> entries = new ArrayList<>();
        for (Draft draft : drafts) {
            if (!conflicts.containsKey(draft.order().id())) {
                CertificateDer certificate = draft.authority().sign(draft.linted());
                entries.add(draft.entry(certificate, now, actor.name()));
                issued.put(
                        draft.order().id(),
                        new Outcome.Issued(
                                draft.order().id(),
                                draft.authorityName(),
                                draft.serial(),
                                certificate,
                                draft.validity()));
            }
        }

        // 6. Store, audit, and what else belongs to the issue: one transaction. 7. Only then is anything delivered.
        if (!entries.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> {
                List<Certificate> renewed = register.enter(tenant, entries);
                licences.entered(tenant, policy, issued.keySet());
                audit.append(entries.stream()
                        .map(entry -> told(tenant, entry, actor))
                        .toList());
                events.tell(tenant, () -> entries.stream().map(Event::issued).toList());
                tellRenewed(tenant, entries, renewed, actor);
                alongside.accept(List.copyOf(issued.values()));
            });
        }
        return orders.stream()
                .<Outcome>map(order -> {
                    Outcome.Issued done = issued.get(order.id());
                    return done != null
                            ? done
                            : new Outcome.Refused(
                                    order.id(), List.copyOf(conflicts.getOrDefault(order.id(), Set.of())));
                })
                .toList();
    }

    /** What the rules find in the certificate that this order would come to now. Nothing is signed, stored or counted. */
    public List<Finding> findings(TenantId tenant, Order order) {
        return findings(policies.of(tenant), tenants.recent(tenant).timeZone(), order);
    }

    /** The same for a tenant that is to be registered. */
    public List<Finding> findings(Policy policy, ZoneId zone, Order order) {
        Profile profile = order.profile();
        SigningAuthority authority = authorities.signingFor(profile);
        Profile.Validity validity = validity(profile, policy, authority, clock.instant(), zone);
        return LintedCertificate.findings(
                shape(order, authority, SerialNumber.random(random), validity),
                authority.authority().certificate(),
                profile.programme());
    }

    /** Which of these names the tenant has used before, so that they are renewed and not issued anew. */
    @Transactional
    public Set<String> usedNames(TenantId tenant, CertificateKind kind, Collection<String> commonNames) {
        return repository.usedNames(tenant, kind, commonNames);
    }

    /** Which of these keys (SHA-256 of SubjectPublicKeyInfo, upper-case hexadecimal) were certified before, by whomever. */
    @Transactional
    public Set<String> usedKeys(Collection<byte[]> fingerprints) {
        return repository.usedKeys(fingerprints);
    }

    /**
     * Tells the audit of signatures that were about to be made when the platform stopped, for orders that will be carried out
     * again. They were delivered to nobody.
     */
    @Transactional
    public int tellAbandoned(TenantId tenant, Collection<CertificateId> ids) {
        List<IssuanceRepository.Intent> abandoned = repository.intentsWithoutCertificate(tenant, ids);
        audit.append(abandoned.stream()
                .map(intent -> AuditEntry.done(tenant, AuditOperation.CERTIFICATE_ABANDON, Actor.PLATFORM)
                        .on(intent.serial(), intent.id().value())
                        .with(Map.of("serial", intent.serial(), "authority", intent.authority())))
                .toList());
        return abandoned.size();
    }

    private Map<CertificateId, Set<Outcome.Conflict>> claim(
            TenantId tenant, Policy policy, List<Draft> drafts, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (!licences.claim(tenant, policy, claims(drafts)).isEmpty()
                        || !repository.claimFree(tenant, drafts, now)) {
                    throw new NotFree();
                }
            });
            return Map.of();
        } catch (NotFree rolledBack) {
            return QuarkusTransaction.requiringNew().call(() -> claimSome(tenant, policy, drafts, now));
        }
    }

    /** A licence is taken only for what nothing else stands against. */
    private Map<CertificateId, Set<Outcome.Conflict>> claimSome(
            TenantId tenant, Policy policy, List<Draft> drafts, Instant now) {
        licences.begin(tenant, policy);
        Map<CertificateId, Set<Outcome.Conflict>> conflicts = repository.claim(tenant, drafts);
        licences.claim(tenant, policy, claims(without(drafts, conflicts.keySet())))
                .forEach(id -> conflicts.put(id, Set.of(Outcome.Conflict.NO_LICENCE)));
        repository.intend(tenant, without(drafts, conflicts.keySet()), conflicts.keySet(), now);
        return conflicts;
    }

    private static List<Draft> without(List<Draft> drafts, Set<CertificateId> refused) {
        return drafts.stream()
                .filter(draft -> !refused.contains(draft.order().id()))
                .toList();
    }

    private static List<LicenceClaim> claims(List<Draft> drafts) {
        return drafts.stream().map(Draft::licence).toList();
    }

    private Draft draft(Order order, Policy policy, SigningAuthority authority, Instant now, ZoneId zone) {
        SerialNumber serial = SerialNumber.random(random);
        Profile.Validity validity = validity(order.profile(), policy, authority, now, zone);
        return new Draft(
                order,
                policy.version(),
                authority,
                serial,
                authority.authority().shardOf(serial),
                validity,
                LintedCertificate.check(
                        shape(order, authority, serial, validity),
                        authority.authority().certificate(),
                        order.profile().programme()));
    }

    private static Profile.Validity validity(
            Profile profile, Policy policy, SigningAuthority authority, Instant now, ZoneId zone) {
        return profile.lifetimeUnder(policy.certificate())
                .from(now, zone, authority.authority().certificate().notAfter())
                .validity();
    }

    private UnsignedCertificate shape(
            Order order, SigningAuthority authority, SerialNumber serial, Profile.Validity validity) {
        return templates
                .of(
                        authority,
                        order.profile(),
                        order.key().spec(),
                        authority.authority().shardOf(serial))
                .shape(
                        serial,
                        validity.notBefore(),
                        validity.notAfter(),
                        order.subject(),
                        order.key().info(),
                        order.names().all());
    }

    private void tellRenewed(TenantId tenant, List<NewCertificate> entries, List<Certificate> renewed, Actor actor) {
        if (renewed.isEmpty()) {
            return;
        }
        Map<CertificateId, String> successors = new HashMap<>();
        for (NewCertificate entry : entries) {
            if (entry.renews() != null) {
                successors.put(entry.renews(), entry.id().toString());
            }
        }
        audit.append(renewed.stream()
                .map(earlier -> AuditEntry.done(tenant, AuditOperation.CERTIFICATE_RENEW, actor)
                        .on(earlier.commonName(), earlier.id().value())
                        .with(Map.of("serial", earlier.serial().hex(), "renewedBy", told(successors, earlier))))
                .toList());
        events.tell(
                tenant,
                () -> renewed.stream()
                        .map(earlier -> Event.of(EventType.CERTIFICATE_RENEWED, earlier)
                                .with("renewedBy", told(successors, earlier)))
                        .toList());
    }

    private static String told(Map<CertificateId, String> successors, Certificate earlier) {
        return Objects.requireNonNull(successors.get(earlier.id()));
    }

    private static AuditEntry told(TenantId tenant, NewCertificate entry, Actor actor) {
        return AuditEntry.done(tenant, AuditOperation.CERTIFICATE_ISSUE, actor)
                .on(entry.commonName(), entry.id().value())
                .with(Map.of(
                        "serial",
                        entry.serial().hex(),
                        "profile",
                        entry.profile().id()));
    }
}
