package io.shomei.timestamp;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.issuance.OwnCertificate;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What people who set up a program that signs must know of the time stamps they can have. */
@ApplicationScoped
class TimeStampServices {
    private final TimeStampTenants tenants;
    private final StampingKeys keys;
    private final Authorities authorities;
    private final InstantSource clock;

    TimeStampServices(TimeStampTenants tenants, StampingKeys keys, Authorities authorities, InstantSource clock) {
        this.tenants = tenants;
        this.keys = keys;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * @param today the tenant's
     * @param chain the signer's certificate first, the root last
     */
    record Service(
            LocalDate today,
            String url,
            String secureUrl,
            String policy,
            Duration accuracy,
            List<String> hashAlgorithms,
            String signatureAlgorithm,
            List<CertificateDer> chain) {
        Service {
            hashAlgorithms = List.copyOf(hashAlgorithms);
            chain = List.copyOf(chain);
        }
    }

    /** What is offered to a tenant; the platform's own tenant stands for everybody. */
    Service of(TenantId tenant) {
        TimeStampTerms terms = tenants.of(tenant);
        if (!terms.offered()) {
            throw TimeStampProblem.TIME_STAMPS_NOT_OFFERED.because("");
        }
        OwnCertificate signer = keys.current().own();
        return new Service(
                LocalDate.ofInstant(clock.instant(), terms.zone()),
                tenants.url(tenant),
                tenants.secureUrl(tenant),
                terms.policy(),
                terms.accuracy(),
                Stream.of(HashAlgorithm.values())
                        .filter(HashAlgorithm::isStrong)
                        .map(HashAlgorithm::jcaName)
                        .toList(),
                signer.scheme().jcaName(),
                chain(signer));
    }

    private List<CertificateDer> chain(OwnCertificate signer) {
        String issuer = authorities.all().stream()
                .filter(authority ->
                        authority.certificate().equals(signer.chain().getFirst()))
                .map(Authority::name)
                .findFirst()
                .orElseThrow();
        return authorities.chainOf(signer.certificate(), issuer);
    }
}
