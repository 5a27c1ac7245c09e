package io.shomei.authority;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.SigningKey;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.CsrWriter;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.UnsignedCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How generations come to be: their keys, and certificates or requests for them. Works in the caller's transaction. */
@ApplicationScoped
class Ceremony {
    /** RFC 5280 4.2.1.4: any policy, for authorities of our own. */
    private static final String ANY_POLICY = "2.5.29.32.0";

    private static final Set<KeyUsage> SIGNS = Set.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);

    private final AuthorityRepository repository;
    private final AuthorityAddresses addresses;
    private final KeyStorage keys;
    private final AuditLog audit;
    private final SecureRandom random;
    private final InstantSource clock;

    Ceremony(
            AuthorityRepository repository,
            AuthorityAddresses addresses,
            KeyStorage keys,
            AuditLog audit,
            SecureRandom random,
            InstantSource clock) {
        this.repository = repository;
        this.addresses = addresses;
        this.keys = keys;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** A generation that signs its own certificate. */
    Authority root(Plan plan, int generation, KeySpec spec, Actor actor) {
        String name = plan.nameOf(generation);
        SigningKey key = keys.getOrCreate(Plan.keyName(name), spec);
        SignatureScheme scheme =
                SignatureScheme.forKey(KeySpec.of(key.publicKey()).orElseThrow());
        byte[] publicKeyInfo = key.publicKey().getEncoded();
        DistinguishedName subject = plan.subjectOf(generation);
        CertificateTemplate template = new CertificateTemplate.Builder(subject, scheme)
                .authorityKeyOf(publicKeyInfo)
                .keyUsage(SIGNS)
                .authority()
                .build();
        LintedCertificate linted =
                LintedCertificate.checkRoot(shape(template, subject, publicKeyInfo, end(plan)), plan.programme());
        CertificateDer certificate = CertificateDer.assemble(
                linted.certificate(),
                scheme,
                key.sign(scheme, linted.certificate().encoded()));
        return add(plan, generation, name, certificate, actor);
    }

    /** A generation that another authority signs. It issues to subscribers only: no authority stands below it. */
    Authority subordinate(Plan plan, int generation, KeySpec spec, Authority issuer, Actor actor) {
        String name = plan.nameOf(generation);
        SigningKey key = keys.getOrCreate(Plan.keyName(name), spec);
        var signer = new SigningAuthority(issuer, keys.get(Plan.keyName(issuer.name())));
        CertificateDer above = issuer.certificate();
        CertificateTemplate template = new CertificateTemplate.Builder(above.subject(), signer.scheme())
                .authorityKey(above.keyIdentifier().orElseThrow())
                .keyUsage(SIGNS)
                .authority(0)
                .policies(List.of(ANY_POLICY))
                .crlDistributionPoint(List.of(addresses.crl(issuer.name(), 0)))
                .authorityInformationAccess(List.of(addresses.ocsp()), List.of(addresses.certificate(issuer.name())))
                .purposesOfAuthority(plan.purposes())
                .build();
        Instant end = end(plan).isAfter(above.notAfter()) ? above.notAfter() : end(plan);
        LintedCertificate linted = LintedCertificate.check(
                shape(template, plan.subjectOf(generation), key.publicKey().getEncoded(), end),
                above,
                plan.programme());
        return add(plan, generation, issuer.name(), signer.sign(linted), actor);
    }

    /** A generation whose certificate is signed elsewhere. */
    PendingAuthority request(Plan plan, int generation, KeySpec spec, Actor actor) {
        String name = plan.nameOf(generation);
        SigningKey key = keys.getOrCreate(Plan.keyName(name), spec);
        SignatureScheme scheme =
                SignatureScheme.forKey(KeySpec.of(key.publicKey()).orElseThrow());
        byte[] csr = CsrWriter.authority(
                plan.subjectOf(generation),
                key.publicKey().getEncoded(),
                scheme,
                toBeSigned -> key.sign(scheme, toBeSigned));
        var pending = new PendingAuthority(name, plan.name(), generation, plan.labelOf(generation), csr);
        repository.add(pending, Plan.keyName(name), clock.instant());
        audit.append(AuditEntry.done(TenantId.PLATFORM, AuditOperation.AUTHORITY_REQUEST, actor)
                .on(pending.label(), null)
                .with(Map.of("authority", name)));
        return pending;
    }

    private Authority add(Plan plan, int generation, String issuer, CertificateDer certificate, Actor actor) {
        var made = new Authority(
                plan.nameOf(generation),
                plan.name(),
                generation,
                plan.labelOf(generation),
                issuer,
                Authority.State.ACTIVE,
                certificate,
                1,
                true);
        repository.add(made, Plan.keyName(made.name()), clock.instant());
        audit.append(AuditEntry.done(TenantId.PLATFORM, AuditOperation.AUTHORITY_CREATE, actor)
                .on(made.label(), null)
                .with(Map.of(
                        "authority",
                        made.name(),
                        "issuer",
                        issuer,
                        "serial",
                        certificate.serial().hex())));
        return made;
    }

    private Instant end(Plan plan) {
        return clock.instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.UTC)
                .plusYears(plan.years())
                .minusSeconds(1)
                .toInstant();
    }

    private UnsignedCertificate shape(
            CertificateTemplate template, DistinguishedName subject, byte[] publicKeyInfo, Instant end) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return template.shape(SerialNumber.random(random), start, end, subject, publicKeyInfo, List.of());
    }
}
