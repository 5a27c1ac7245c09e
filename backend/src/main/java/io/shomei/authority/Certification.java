package io.shomei.authority;

import static io.shomei.authority.AuthorityProblem.AUTHORITY_CERTIFICATE_REFUSED;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateBundle;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.VerifiedCsr;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Certificates that were signed elsewhere: for a generation that waits for its own, and of authorities to be trusted. */
@ApplicationScoped
class Certification {
    private static final int MAX_NAME = 40;

    private final AuthorityRepository repository;
    private final Authorities authorities;
    private final RollOver rollOver;
    private final Profiles profiles;
    private final Jobs jobs;
    private final AuditLog audit;
    private final InstantSource clock;

    Certification(
            AuthorityRepository repository,
            Authorities authorities,
            RollOver rollOver,
            Profiles profiles,
            Jobs jobs,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.rollOver = rollOver;
        this.profiles = profiles;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a pending authority the certificate that was signed for it. It issues from then on. Authorities above it that were not
     * known before are kept, to be trusted.
     *
     * @param certificates PEM, with the chain as far as it is not known here
     */
    Authority certify(Caller caller, String name, String certificates, Language language) {
        return authorities.change(() -> {
            PendingAuthority pending = rollOver.pending(name);
            VerifiedCsr wanted = pending.request();
            var check = new ChainCheck(read(certificates, language), repository.inOrder(), clock.instant());
            List<CertificateDer> chain = good(
                    check.issuing(wanted.publicKeyInfo(), wanted.subject().text(), purposesOf(pending.line())),
                    language);
            String issuer = keepAll(caller, chain.subList(1, chain.size()));
            Authority certified = pending.certified(chain.getFirst(), issuer);
            repository.certified(certified, clock.instant());
            append(caller, AuditOperation.AUTHORITY_CERTIFY, certified);
            jobs.start(Authorities.LISTS_JOB, name);
            return certified;
        });
    }

    /**
     * Keeps certificates of authorities elsewhere, each with its way to a root, so that chains can lead there.
     *
     * @return those of them that were not known before
     */
    List<Authority> trust(Caller caller, String certificates, Language language) {
        return authorities.change(() -> {
            List<CertificateDer> uploaded = read(certificates, language);
            Set<CertificateFault> faults = EnumSet.noneOf(CertificateFault.class);
            List<List<CertificateDer>> chains = new ArrayList<>();
            for (CertificateDer each : uploaded) {
                switch (new ChainCheck(uploaded, repository.inOrder(), clock.instant()).trusted(each)) {
                    case ChainCheck.Finding.Good good -> chains.add(good.chain());
                    case ChainCheck.Finding.Bad bad -> faults.addAll(bad.faults());
                }
            }
            if (!faults.isEmpty()) {
                throw AUTHORITY_CERTIFICATE_REFUSED.with(CertificateFault.told(faults, language));
            }
            List<Authority> before = repository.inOrder();
            chains.forEach(chain -> keepAll(caller, chain));
            return repository.inOrder().stream()
                    .filter(each -> !before.contains(each))
                    .toList();
        });
    }

    private static List<CertificateDer> read(String certificates, Language language) {
        return CertificateBundle.read(certificates)
                .orElseThrow(() -> AUTHORITY_CERTIFICATE_REFUSED.with(
                        CertificateFault.told(Set.of(CertificateFault.UNREADABLE), language)));
    }

    private static List<CertificateDer> good(ChainCheck.Finding finding, Language language) {
        return switch (finding) {
            case ChainCheck.Finding.Good good -> good.chain();
            case ChainCheck.Finding.Bad bad ->
                throw AUTHORITY_CERTIFICATE_REFUSED.with(CertificateFault.told(bad.faults(), language));
        };
    }

    private Set<String> purposesOf(String line) {
        return profiles.all().stream()
                .filter(profile -> profile.authority().equals(line))
                .flatMap(profile -> profile.purposes().stream())
                .map(ExtendedKeyUsage::oid)
                .collect(Collectors.toSet());
    }

    /**
     * Keeps those that are not known, from the root down.
     *
     * @return the name of the first
     */
    private String keepAll(Caller caller, List<CertificateDer> chain) {
        String above = null;
        for (CertificateDer each : chain.reversed()) {
            Optional<Authority> known = repository.inOrder().stream()
                    .filter(authority -> authority.certificate().equals(each))
                    .findFirst();
            above = known.isPresent() ? known.get().name() : keep(caller, each, above);
        }
        if (above == null) {
            throw new IllegalStateException("an authority that is no root has one above it");
        }
        return above;
    }

    private String keep(Caller caller, CertificateDer certificate, @Nullable String above) {
        String label = certificate
                .subject()
                .first(AttributeType.CN)
                .or(() -> certificate.subject().first(AttributeType.O))
                .orElseThrow();
        String name = nameOf(label, certificate);
        var external = new Authority(
                name, name, 1, label, above == null ? name : above, Authority.State.EXTERNAL, certificate, 1, false);
        repository.add(external, null, clock.instant());
        append(caller, AuditOperation.AUTHORITY_TRUST, external);
        return name;
    }

    /** {@code National Root CA} becomes {@code national-root-ca-1a2b3c4d}: the fingerprint keeps it apart from every other name. */
    private static String nameOf(String label, CertificateDer certificate) {
        String words = Normalizer.normalize(label, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String name = words.substring(0, Math.min(words.length(), MAX_NAME)).replaceAll("^[^a-z]+|-+$", "");
        String fingerprint = HexFormat.of().formatHex(certificate.sha256Fingerprint(), 0, 4);
        return (name.isEmpty() ? "authority" : name) + "-" + fingerprint;
    }

    private void append(Caller caller, AuditOperation operation, Authority authority) {
        audit.append(AuditEntry.done(TenantId.PLATFORM, operation, Actor.of(caller))
                .on(authority.label(), null)
                .with(Map.of(
                        "authority",
                        authority.name(),
                        "issuer",
                        authority.issuer(),
                        "sha256",
                        HexFormat.of()
                                .withUpperCase()
                                .formatHex(authority.certificate().sha256Fingerprint()))));
    }
}
