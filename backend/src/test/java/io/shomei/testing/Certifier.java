package io.shomei.testing;

import io.shomei.audit.Actor;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.Digests;
import io.shomei.pki.KeySpec;
import io.shomei.profile.NameKind;
import io.shomei.profile.Profile;
import io.shomei.profile.SubjectTemplate;
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
     * @param name the host for a server, the person for others
     */
    public Certified issue(TenantId tenant, Profile profile, KeySpec spec, String name) {
        KeyPair key = Csrs.key(spec);
        byte[] info = key.getPublic().getEncoded();
        var order = new Order(
                new CertificateId(ids.next()),
                profile,
                profile.subject().fill(values(name)),
                profile.alternativeNames().contains(NameKind.DNS) ? List.of(name) : List.of(),
                new Order.Key(spec, info, Digests.sha256(info)),
                Subscriber.NONE,
                null,
                null,
                null,
                null);
        Outcome outcome = issuance.issue(tenant, List.of(order), Actor.PLATFORM, unused -> {})
                .getFirst();
        if (outcome instanceof Outcome.Issued issued) {
            return new Certified(issued, key);
        }
        throw new AssertionError("no certificate for " + name + ": " + outcome);
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
