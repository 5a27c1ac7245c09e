package io.shomei.authority;

import io.shomei.audit.Actor;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.testing.Certifier;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;

/** Issues server certificates from lines that no shipped profile names. */
@Singleton
public class Rehearsal {
    private final Issuance issuance;
    private final Profiles profiles;
    private final Ids ids;
    private final SecureRandom random;

    Rehearsal(Issuance issuance, Profiles profiles, Ids ids, SecureRandom random) {
        this.issuance = issuance;
        this.profiles = profiles;
        this.ids = ids;
        this.random = random;
    }

    public Outcome.Issued issue(TenantId tenant, String line, String host) {
        return issue(tenant, line, host, Subscriber.NONE);
    }

    public Outcome.Issued issue(TenantId tenant, String line, String host, Subscriber subscriber) {
        byte[] info = KeySpec.P256.generate(random).getPublic().getEncoded();
        Order order = new Order(
                new CertificateId(ids.next()),
                Certifier.signedBy(line, profiles.get("12")),
                DistinguishedName.parse("CN=" + host + ",O=University,L=Chiyoda-ku,ST=Tokyo,C=JP"),
                PermittedNames.ofPlatform(AlternativeName.ofHost(host).stream().toList()),
                Order.Key.of(KeySpec.P256, info),
                subscriber,
                null,
                null,
                null,
                null);
        Outcome outcome =
                issuance.issue(tenant, List.of(order), Actor.PLATFORM, _ -> {}).getFirst();
        if (outcome instanceof Outcome.Issued issued) {
            return issued;
        }
        throw new AssertionError("no certificate for " + host + ": " + outcome);
    }
}
