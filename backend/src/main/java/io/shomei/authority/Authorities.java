package io.shomei.authority;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profile;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The authorities of this installation, with their keys at hand. */
@ApplicationScoped
public class Authorities {
    private final AuthorityRepository repository;
    private final Ceremony ceremony;
    private final KeyStorage keys;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Entrances entrances;
    private final Map<String, SigningAuthority> signing = new ConcurrentHashMap<>();
    private final Map<TemplateKey, CertificateTemplate> templates = new ConcurrentHashMap<>();
    private volatile List<Authority> all = List.of();

    Authorities(
            AuthorityRepository repository,
            Ceremony ceremony,
            KeyStorage keys,
            AuditLog audit,
            InstantSource clock,
            Entrances entrances) {
        this.repository = repository;
        this.ceremony = ceremony;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.entrances = entrances;
    }

    /** Makes the hierarchy in an empty installation, and reads it in any other. */
    @Transactional
    public void establish() {
        for (Ceremony.Plan plan : ceremony.plans()) {
            if (repository.findAuthority(plan.name()).isEmpty()) {
                create(plan);
            }
        }
        all = repository.inOrder().stream().map(AuthorityEntity::toAuthority).toList();
        all.forEach(authority ->
                signing.put(authority.name(), new SigningAuthority(authority, keys.get(keyName(authority.name())))));
    }

    /** The root first. */
    public List<Authority> all() {
        return all;
    }

    public Optional<Authority> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The authority that signs certificates of a profile. */
    public SigningAuthority signingFor(Profile profile) {
        SigningAuthority authority = signing(profile.authority());
        if (authority.authority().state() != Authority.State.ACTIVE) {
            throw AuthorityProblem.AUTHORITY_NOT_ACTIVE.because("%s", profile.authority());
        }
        return authority;
    }

    public SigningAuthority signing(String name) {
        SigningAuthority authority = signing.get(name);
        if (authority == null) {
            throw new IllegalStateException("there is no authority " + name);
        }
        return authority;
    }

    /** What all certificates of a profile with one kind of key have in common, prepared once. */
    public CertificateTemplate templateFor(Profile profile, KeySpec key) {
        return templates.computeIfAbsent(
                new TemplateKey(profile.id(), profile.version(), key), unused -> prepare(profile, key));
    }

    /** The issuing authority first, the root last. */
    public List<Authority> chainOf(String name) {
        List<Authority> chain = new ArrayList<>();
        Authority each = signing(name).authority();
        while (!each.isRoot()) {
            chain.add(each);
            each = signing(each.issuer()).authority();
        }
        chain.add(each);
        return chain;
    }

    /** A certificate and the authorities above it as PEM, without the root, which a peer has or does not trust (RFC 8446 4.4.2). */
    public String chainPem(CertificateDer leaf, String authority) {
        StringBuilder pem = new StringBuilder(leaf.pem());
        chainOf(authority).stream()
                .filter(each -> !each.isRoot())
                .forEach(each -> pem.append(each.certificate().pem()));
        return pem.toString();
    }

    public String crlUrl(String authority) {
        return entrances.httpUrl() + "/pki/" + authority + ".crl";
    }

    public String certificateUrl(String authority) {
        return entrances.httpUrl() + "/pki/" + authority + ".crt";
    }

    public String pemUrl(String authority) {
        return entrances.httpUrl() + "/pki/" + authority + ".pem";
    }

    private void create(Ceremony.Plan plan) {
        CertificateDer certificate = plan.isRoot()
                ? ceremony.root(plan, keys.getOrCreate(keyName(plan.name()), plan.key()))
                : ceremony.subordinate(
                        plan,
                        keys.getOrCreate(keyName(plan.name()), plan.key()),
                        new SigningAuthority(
                                repository
                                        .findAuthority(plan.issuer())
                                        .orElseThrow()
                                        .toAuthority(),
                                keys.get(keyName(plan.issuer()))),
                        List.of(crlUrl(plan.issuer())),
                        List.of(certificateUrl(plan.issuer())));
        repository.persist(AuthorityEntity.of(plan, keyName(plan.name()), certificate, clock.instant()));
        repository.flush();
        audit.append(AuditEntry.done(TenantId.PLATFORM, AuditOperation.AUTHORITY_CREATE, Actor.PLATFORM)
                .on(plan.label(), null)
                .with(Map.of("serial", certificate.serial().hex())));
    }

    private CertificateTemplate prepare(Profile profile, KeySpec key) {
        SigningAuthority authority = signing(profile.authority());
        CertificateDer issuer = authority.authority().certificate();
        return new CertificateTemplate.Builder(issuer.subject(), authority.scheme())
                .authorityKey(issuer.keyIdentifier().orElseThrow())
                .keyUsage(profile.usagesFor(key))
                .extendedKeyUsage(profile.purposes())
                .endEntity()
                .policies(List.of(profile.policy()))
                .crlDistributionPoint(List.of(crlUrl(profile.authority())))
                .authorityInformationAccess(List.of(), List.of(certificateUrl(profile.authority())))
                .build();
    }

    private static String keyName(String authority) {
        return "authority-" + authority;
    }

    private record TemplateKey(String profile, int version, KeySpec key) {}
}
