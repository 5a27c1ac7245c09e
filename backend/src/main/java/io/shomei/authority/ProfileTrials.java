package io.shomei.authority;

import io.shomei.lint.Finding;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnsName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MailAddress;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.Ceilings;
import io.shomei.profile.NameKind;
import io.shomei.profile.Profile;
import io.shomei.profile.SubjectTemplate;
import io.shomei.profile.SubjectTemplate.Times;
import io.shomei.profile.Trials;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shapes certificates of a profile for somebody who does not exist, with each authority that would sign and each kind of key, for
 * today and for the days on which a ceiling changes, and asks the lints. Nothing is signed.
 */
@ApplicationScoped
class ProfileTrials implements Trials {
    private static final DnsName HOST = new DnsName("www.example.ac.jp");
    private static final MailAddress MAILBOX = new MailAddress("taro", new DnsName("example.ac.jp"));
    private static final String PERSON = "Taro Yamada";

    private final Authorities authorities;
    private final CertificateTemplates templates;
    private final SecureRandom random;
    private final InstantSource clock;

    ProfileTrials(Authorities authorities, CertificateTemplates templates, SecureRandom random, InstantSource clock) {
        this.authorities = authorities;
        this.templates = templates;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public List<Failure> failures(Profile profile) {
        Instant now = clock.instant();
        Set<Failure> failures = new LinkedHashSet<>();
        for (Authority authority : signers(profile, now)) {
            for (KeySpec key : profile.keys()) {
                CertificateTemplate template =
                        templates.prepare(authorities.signing(authority.name()), profile, key, 0);
                moments(profile, authority, now)
                        .flatMap(moment -> findings(profile, authority, key, template, moment).stream())
                        .forEach(finding -> failures.add(new Failure(key, authority.name(), finding)));
            }
        }
        return List.copyOf(failures);
    }

    private List<Authority> signers(Profile profile, Instant now) {
        return authorities.all().stream()
                .filter(authority -> profile.authority().equals(Profile.EACH_AUTHORITY)
                        ? authority.issuesAt(now)
                        : authority.line().equals(profile.authority()) && authorities.isIssuing(authority))
                .toList();
    }

    private static Stream<Instant> moments(Profile profile, Authority authority, Instant now) {
        Instant end = authority.certificate().notAfter();
        Stream<Instant> changes = profile.lifetime().ceilings().steps().stream()
                .map(Ceilings.Ceiling::from)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(moment -> moment.isAfter(now) && moment.isBefore(end));
        return Stream.concat(Stream.of(now), changes);
    }

    /** Of the subjects that the profile allows, the one with the fewest findings counts: what it may leave out, an application can. */
    private List<Finding> findings(
            Profile profile, Authority authority, KeySpec key, CertificateTemplate template, Instant moment) {
        CertificateDer issuer = authority.certificate();
        Profile.Validity validity = profile.lifetime()
                .from(moment, ZoneOffset.UTC, issuer.notAfter())
                .validity();
        return subjects(profile).stream()
                .map(subject -> LintedCertificate.findings(
                        template.shape(
                                SerialNumber.random(random),
                                validity.notBefore(),
                                validity.notAfter(),
                                subject,
                                TrialKeys.publicKeyInfo(key),
                                names(profile)),
                        issuer,
                        profile.programme()))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static List<AlternativeName> names(Profile profile) {
        return profile.alternativeNames().stream()
                .<AlternativeName>map(kind -> switch (kind) {
                    case DNS -> new AlternativeName.Dns(HOST);
                    case EMAIL -> new AlternativeName.Email(MAILBOX);
                })
                .toList();
    }

    private static List<DistinguishedName> subjects(Profile profile) {
        var whole = profile.subject();
        var least = new SubjectTemplate(whole.parts().stream()
                .filter(part -> part.times() == Times.ONCE)
                .toList());
        List<DistinguishedName> subjects = new ArrayList<>();
        for (SubjectTemplate template : List.of(whole, least)) {
            commonNames(profile)
                    .forEach(name -> subjects.add(template.fill((source, type) -> List.of(value(type, name)))));
        }
        return subjects;
    }

    private static List<String> commonNames(Profile profile) {
        if (profile.alternativeNames().contains(NameKind.DNS)) {
            return List.of(HOST.value());
        }
        return profile.alternativeNames().contains(NameKind.EMAIL)
                ? List.of(PERSON, MAILBOX.toString())
                : List.of(PERSON);
    }

    private static String value(AttributeType type, String commonName) {
        return switch (type) {
            case CN -> commonName;
            case O -> "Example University";
            case L -> "Chiyoda-ku";
            case ST -> "Tokyo";
            case C -> "JP";
            case EMAIL_ADDRESS -> MAILBOX.toString();
            case GIVEN_NAME -> "Taro";
            case SURNAME -> "Yamada";
            case ORGANIZATION_IDENTIFIER -> "NTRJP-1234567890123";
            default -> "Example";
        };
    }
}
