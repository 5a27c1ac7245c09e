package io.shomei.escrow;

import io.shomei.authority.Authorities;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Templates;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key files of certificates whose keys may be fetched as often as wanted, as long as these are kept. */
@ApplicationScoped
public class KeptKeys {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private final KeptKeyRepository repository;
    private final Escrow escrow;
    private final Authorities authorities;
    private final Policies policies;
    private final Tenants tenants;
    private final SecureRandom random;
    private final InstantSource clock;

    KeptKeys(
            KeptKeyRepository repository,
            Escrow escrow,
            Authorities authorities,
            Policies policies,
            Tenants tenants,
            SecureRandom random,
            InstantSource clock) {
        this.repository = repository;
        this.escrow = escrow;
        this.authorities = authorities;
        this.policies = policies;
        this.tenants = tenants;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A certificate whose key is kept, by the name of its file.
     *
     * @param authority name of the generation that signed it
     */
    public record Name(CertificateId certificate, String fileName, String authority) {}

    /** All of a tenant, but for those that another one took the place of; in the order in which they were asked for. */
    @Transactional
    public List<Name> all(TenantId tenant) {
        return repository.names(tenant, tenants.recent(tenant).timeZone(), clock.instant());
    }

    /** How many these are. */
    @Transactional
    public int count(TenantId tenant) {
        return repository.count(tenant, clock.instant());
    }

    /** Those of these whose keys are kept. */
    @Transactional
    public List<Name> among(TenantId tenant, Collection<CertificateId> certificates) {
        return repository.names(tenant, certificates, tenants.recent(tenant).timeZone(), clock.instant());
    }

    @Transactional
    public List<KeptKey> find(TenantId tenant, Collection<CertificateId> certificates) {
        return repository.find(tenant, certificates, clock.instant());
    }

    @Transactional
    public Optional<KeptKey> find(TenantId tenant, CertificateId certificate) {
        return find(tenant, List.of(certificate)).stream().findFirst();
    }

    /** The keys of these certificates; one that was destroyed meanwhile is missing. */
    public Map<CertificateId, Escrow.Kept> open(TenantId tenant, Collection<CertificateId> certificates) {
        return escrow.open(tenant, certificates);
    }

    /**
     * A key file with the chain, opened again before it leaves.
     *
     * @param password that was drawn, not chosen by a person
     */
    public byte[] write(KeptKey key, Escrow.Kept kept, String password, Pkcs12.Profile profile) {
        List<CertificateDer> chain = authorities.chainOf(key.der(), key.authority());
        return Pkcs12.write(
                profile,
                Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                kept.key(),
                chain,
                friendlyName(key),
                password.toCharArray(),
                random);
    }

    /** As the policy has it: what the importer's list of certificates shows. These have no holder's name, and the tenant's code for a domain. */
    private String friendlyName(KeptKey key) {
        Tenant tenant = tenants.recent(key.tenant());
        String name = key.der().subject().first(AttributeType.CN).orElse(key.commonName());
        return Templates.fill(
                policies.of(key.tenant()).identity().friendlyName(),
                Map.of(
                        "name", name,
                        "cn", name,
                        "userId", name,
                        "contractId", tenant.code(),
                        "customer", tenant.nameJa(),
                        "domain", tenant.code(),
                        "seq", name.replaceAll("[^0-9]", ""),
                        "notAfter", DAY.format(key.notAfter().atZone(tenant.timeZone()))));
    }
}
