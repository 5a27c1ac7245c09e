package io.shomei.testing;

import io.shomei.audit.Actor;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MailAddress;
import io.shomei.profile.Profile;
import io.shomei.profile.ProfileSettings;
import io.shomei.profile.SubjectTemplate;
import io.shomei.tenant.PermittedNames;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.util.List;

/** Has certificates of any profile issued, with a subject as the profile wants it. */
@Singleton
public class Certifier {
    private final Issuance issuance;
    private final Ids ids;

    Certifier(Issuance issuance, Ids ids) {
        this.issuance = issuance;
        this.ids = ids;
    }

    /**
     * With the names that the profile foresees.
     *
     * @param name the host for a server, the person for others
     */
    public Certified issue(TenantId tenant, Profile profile, KeySpec spec, String name) {
        return issue(tenant, profile, spec, name, PermittedNames.ofPlatform(names(profile, name)));
    }

    public Certified issue(TenantId tenant, Profile profile, KeySpec spec, String name, PermittedNames names) {
        KeyPair key = Csrs.key(spec);
        byte[] info = key.getPublic().getEncoded();
        var order = new Order(
                new CertificateId(ids.next()),
                profile,
                profile.subject().fill(values(name)),
                names,
                Order.Key.of(spec, info),
                Subscriber.NONE,
                null,
                null,
                null,
                null);
        Outcome outcome =
                issuance.issue(tenant, List.of(order), Actor.PLATFORM, _ -> {}).getFirst();
        if (outcome instanceof Outcome.Issued issued) {
            return new Certified(issued, key);
        }
        throw new AssertionError("no certificate for " + name + ": " + outcome);
    }

    /** The same profile, signed by another line. */
    public static Profile signedBy(String line, Profile profile) {
        ProfileSettings settings = profile.settings();
        return profile.with(
                profile.version(),
                new ProfileSettings(
                        settings.name(),
                        settings.keys(),
                        line,
                        settings.period(),
                        settings.rounding(),
                        settings.policy()));
    }

    private static List<AlternativeName> names(Profile profile, String name) {
        return profile.alternativeNames().stream()
                .<AlternativeName>map(kind -> switch (kind) {
                    case DNS -> AlternativeName.ofHost(name).orElseThrow();
                    case EMAIL ->
                        new AlternativeName.Email(MailAddress.parse(name.replace(' ', '.') + "@a.ac.jp")
                                .orElseThrow());
                })
                .toList();
    }

    private static SubjectTemplate.Values values(String name) {
        return (source, type) -> switch (type) {
            case AttributeType.CN -> List.of(name);
            case AttributeType.O -> List.of("University");
            case AttributeType.L -> List.of("Chiyoda-ku");
            case AttributeType.ST -> List.of("Tokyo");
            case AttributeType.C -> List.of("JP");
            default -> List.of();
        };
    }
}
