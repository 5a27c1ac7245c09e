package io.shomei.issuance;

import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.authority.CertificateTemplates;
import io.shomei.authority.SigningAuthority;
import io.shomei.authority.TrialKeys;
import io.shomei.issuance.RehearsalFault.Code;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.licence.LicenceClaim;
import io.shomei.licence.Licences;
import io.shomei.lint.Finding;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.CsrFault;
import io.shomei.pki.DerException;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.UnsignedCertificate;
import io.shomei.pki.VerifiedCsr;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Lifetime;
import io.shomei.profile.Profile;
import io.shomei.profile.ProfileVersions;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an issue up to the signature and stops there. Nothing is signed, stored or counted: what is shaped here never
 * becomes a {@link LintedCertificate}, without which no authority signs.
 */
@ApplicationScoped
class Rehearsals {
    /** The key that is certified: the applicant's, or one that stands for it. */
    // Compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    private record SubjectKey(KeySpec kind, byte[] publicKeyInfo, boolean sample) {
        RehearsedIssue.Key shown(boolean usedBefore) {
            return new RehearsedIssue.Key(
                    kind.displayName(), sample, KeyFingerprint.of(publicKeyInfo).octets(), usedBefore);
        }
    }

    private final Profiles profiles;
    private final ProfileVersions versions;
    private final Authorities authorities;
    private final CertificateTemplates templates;
    private final Tenants tenants;
    private final Policies policies;
    private final Issuance issuance;
    private final BlockedKeys blocked;
    private final Licences licences;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    Rehearsals(
            Profiles profiles,
            ProfileVersions versions,
            Authorities authorities,
            CertificateTemplates templates,
            Tenants tenants,
            Policies policies,
            Issuance issuance,
            BlockedKeys blocked,
            Licences licences,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.profiles = profiles;
        this.versions = versions;
        this.authorities = authorities;
        this.templates = templates;
        this.tenants = tenants;
        this.policies = policies;
        this.issuance = issuance;
        this.blocked = blocked;
        this.licences = licences;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** What an issue would come to. The steps have the numbers of {@link Issuance#issue}. */
    RehearsedIssue rehearse(Caller caller, Rehearsal rehearsal, Language language) {
        List<RehearsalFault> faults = new ArrayList<>();
        Tenant tenant = tenants.recent(caller.tenant());
        Instant at = rehearsal.at() == null ? clock.instant() : rehearsal.at();
        // 1. A profile the tenant may use, and an authority that signs it.
        Profile profile = profile(caller, rehearsal, language);
        Optional<SigningAuthority> authority = authority(profile, faults);
        // 2. The CSR is read, its signature verified, its key judged. Without one a sample key stands for the
        // applicant's.
        Optional<CsrCheck> csr = Optional.ofNullable(rehearsal.csr())
                .map(text -> text.contains("-----")
                        ? CsrCheck.ofPem(text, profile.keys())
                        : CsrCheck.ofBase64(text, profile.keys()));
        Optional<VerifiedCsr> verified = csr.flatMap(check -> verified(check, faults));
        Optional<SubjectKey> key = csr.isPresent()
                ? verified.map(good -> new SubjectKey(good.keySpec(), good.publicKeyInfo(), false))
                : sampleKey(rehearsal, profile, faults);
        // 3. Names by the profile, validity by the policy and the profile.
        RehearsedNames names = names(caller, tenant, rehearsal, profile, csr);
        Optional<DistinguishedName> subject = names.subject();
        List<AlternativeName> alternatives = Stream.<AlternativeName>concat(
                        names.hosts(wantedDnsNames(rehearsal, verified), subject.orElse(null)).stream(),
                        names.mailboxes(rehearsal.emails()).stream())
                .toList();
        names.requirePermitted(alternatives, tenant.domains(), at);
        faults.addAll(names.faults());
        Policy policy = policies.of(caller.tenant());
        Lifetime lifetime = profile.lifetimeUnder(policy.certificate());
        Lifetime.Reckoning validity = lifetime.from(
                at,
                tenant.timeZone(),
                authority.map(each -> each.authority().certificate().notAfter()).orElse(Instant.MAX));
        // 4. The certificate as it would be, and what the rules say of it.
        Optional<UnsignedCertificate> unsigned = authority.flatMap(signer -> subject.flatMap(
                name -> key.map(each -> shape(profile, signer, each, validity.validity(), name, alternatives))));
        List<Finding> findings = unsigned.map(certificate ->
                        LintedCertificate.findings(certificate, certificateOf(authority), profile.programme()))
                .orElse(List.of());
        // 5. What the register would have against it.
        boolean keyUsed = verified.isPresent() && isKeyUsed(verified.get());
        verified.ifPresent(good -> addKeyConflicts(good, keyUsed, faults));
        subject.ifPresent(name -> addNameConflict(caller.tenant(), profile.kind(), name, faults));
        subject.map(name -> new LicenceClaim(
                        new CertificateId(ids.next()),
                        profile.kind(),
                        name.first(AttributeType.CN).orElse(""),
                        false,
                        validity.validity().notAfter()))
                .filter(claim -> !licences.isLeftFor(caller.tenant(), policy, claim))
                .ifPresent(none -> faults.add(RehearsalFault.of("/profile", Code.NO_LICENCE)));
        return new RehearsedIssue(
                profile,
                authority.map(SigningAuthority::authority),
                subject,
                alternatives,
                key.map(each -> each.shown(keyUsed)),
                policy.version(),
                lifetime,
                validity,
                unsigned.map(Rehearsals::text),
                unsigned.isPresent() ? LintedCertificate.rules(profile.programme()) : List.of(),
                findings,
                faults);
    }

    private Profile profile(Caller caller, Rehearsal rehearsal, Language language) {
        Profile present = profiles.get(caller, rehearsal.profile());
        if (rehearsal.settings() == null) {
            return present;
        }
        if (caller.role() != Role.OPERATOR) {
            throw NOT_PERMITTED.because("settings");
        }
        return versions.preview(present, rehearsal.settings(), language);
    }

    /** Of those that each sign for themselves, the first one that signs now stands for all. */
    private Optional<SigningAuthority> authority(Profile profile, List<RehearsalFault> faults) {
        try {
            return Optional.of(
                    profile.authority().equals(Profile.EACH_AUTHORITY)
                            ? authorities.issuing(authorities.all().stream()
                                    .filter(authority -> !authority.isRoot() && authority.hasKey())
                                    .map(Authority::line)
                                    .findFirst()
                                    .orElse(""))
                            : authorities.signingFor(profile));
        } catch (ProblemException notActive) {
            faults.add(RehearsalFault.of("/settings/authority", Code.AUTHORITY_NOT_ACTIVE, profile.authority()));
            return Optional.empty();
        }
    }

    private static Optional<VerifiedCsr> verified(CsrCheck csr, List<RehearsalFault> faults) {
        return switch (csr) {
            case CsrCheck.Good(VerifiedCsr good) -> Optional.of(good);
            case CsrCheck.Bad bad -> {
                bad.faults().stream().map(RehearsalFault::ofCsr).forEach(faults::add);
                yield Optional.empty();
            }
        };
    }

    private Optional<SubjectKey> sampleKey(Rehearsal rehearsal, Profile profile, List<RehearsalFault> faults) {
        KeySpec kind = rehearsal.key() == null ? profile.keys().iterator().next() : rehearsal.key();
        if (!profile.keys().contains(kind)) {
            faults.add(new RehearsalFault("/key", RehearsalFault.text(CsrFault.KEY_ALGORITHM_FORBIDDEN), List.of()));
            return Optional.empty();
        }
        return Optional.of(new SubjectKey(kind, TrialKeys.publicKeyInfo(kind), true));
    }

    private RehearsedNames names(
            Caller caller, Tenant tenant, Rehearsal rehearsal, Profile profile, Optional<CsrCheck> csr) {
        DistinguishedName named = csr.map(Rehearsals::subjectOf).orElse(null);
        return new RehearsedNames(
                profile,
                rehearsal.subject() != null ? rehearsal.subject() : named == null ? List.of() : named.attributes(),
                tenant.subject(),
                tenants.recent(TenantId.PLATFORM).subject(),
                caller.role() == Role.OPERATOR);
    }

    private static @Nullable DistinguishedName subjectOf(CsrCheck csr) {
        return switch (csr) {
            case CsrCheck.Good(VerifiedCsr good) -> good.subject();
            case CsrCheck.Bad bad -> bad.subject();
        };
    }

    private static List<String> wantedDnsNames(Rehearsal rehearsal, Optional<VerifiedCsr> csr) {
        return rehearsal.dnsNames() != null
                ? rehearsal.dnsNames()
                : csr.map(VerifiedCsr::requestedDnsNames).orElse(List.of());
    }

    private UnsignedCertificate shape(
            Profile profile,
            SigningAuthority authority,
            SubjectKey key,
            Profile.Validity validity,
            DistinguishedName subject,
            List<AlternativeName> names) {
        SerialNumber serial = SerialNumber.random(random);
        return templates
                .prepare(authority, profile, key.kind(), authority.authority().shardOf(serial))
                .shape(serial, validity.notBefore(), validity.notAfter(), subject, key.publicKeyInfo(), names);
    }

    private boolean isKeyUsed(VerifiedCsr csr) {
        return !issuance.usedKeys(List.of(csr.keyFingerprint())).isEmpty();
    }

    private void addKeyConflicts(VerifiedCsr csr, boolean used, List<RehearsalFault> faults) {
        if (used) {
            faults.add(RehearsalFault.of("/csr", Code.KEY_USED));
        }
        if (!blocked.among(List.of(KeyFingerprint.of(csr.publicKeyInfo()))).isEmpty()) {
            faults.add(RehearsalFault.of("/csr", Code.KEY_BLOCKED));
        }
    }

    private void addNameConflict(
            TenantId tenant, CertificateKind kind, DistinguishedName subject, List<RehearsalFault> faults) {
        Optional<String> name = subject.first(AttributeType.CN)
                .map(each -> kind == CertificateKind.SERVER ? each.toLowerCase(Locale.ROOT) : each);
        if (name.isPresent()
                && IssuanceRepository.isNameUnique(kind)
                && !issuance.usedNames(tenant, kind, Set.of(name.get())).isEmpty()) {
            faults.add(RehearsalFault.of("/subject/CN", Code.NAME_USED, name.get()));
        }
    }

    private static CertificateDer certificateOf(Optional<SigningAuthority> authority) {
        return authority.orElseThrow().authority().certificate();
    }

    private static String text(UnsignedCertificate certificate) {
        try {
            return certificate.text();
        } catch (DerException impossible) {
            throw new IllegalStateException("what was just shaped cannot be read", impossible);
        }
    }
}
