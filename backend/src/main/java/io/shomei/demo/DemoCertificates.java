package io.shomei.demo;

import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profile;
import io.shomei.profile.ProfileSettings;
import io.shomei.profile.Profiles;
import io.shomei.request.RegisteredSubject;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the certificates of the demonstration issued. */
@ApplicationScoped
class DemoCertificates {
    private final Issuance issuance;
    private final Authorities authorities;
    private final Profiles profiles;
    private final Tenants tenants;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    DemoCertificates(
            Issuance issuance,
            Authorities authorities,
            Profiles profiles,
            Tenants tenants,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.issuance = issuance;
        this.authorities = authorities;
        this.profiles = profiles;
        this.tenants = tenants;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** Somebody's to log in with, or where it is nobody's own, a site's. */
    Outcome.Issued forLogIn(
            TenantId tenant,
            String profile,
            DistinguishedName subject,
            KeySpec spec,
            PublicKey key,
            Subscriber subscriber,
            @Nullable AccountId whose) {
        return issue(tenant, profiles.get(profile), subject, PermittedNames.NONE, spec, key, subscriber, whose);
    }

    /**
     * A server's that is to be renewed soon: it ends in so many days, whatever its profile says. There is none as long as its line waits for a
     * certificate from elsewhere.
     */
    void ending(TenantId id, String host, int days, Subscriber subscriber) {
        Profile profile = profiles.get("12");
        if (!authorities.isIssuing(profile.authority())) {
            return;
        }
        Tenant tenant = tenants.get(id);
        var names = AlternativeName.ofHost(host).stream().toList();
        if (!(PermittedNames.check(names, tenant.domains(), clock.instant())
                instanceof PermittedNames.Check.Good(PermittedNames permitted))) {
            throw new IllegalStateException(host + " is in no domain of " + tenant.code());
        }
        issue(
                id,
                ending(profile, days),
                RegisteredSubject.of(tenant).named(host),
                permitted,
                KeySpec.P256,
                KeySpec.P256.generate(random).getPublic(),
                subscriber,
                null);
    }

    private Outcome.Issued issue(
            TenantId tenant,
            Profile profile,
            DistinguishedName subject,
            PermittedNames names,
            KeySpec spec,
            PublicKey key,
            Subscriber subscriber,
            @Nullable AccountId whose) {
        Order order = new Order(
                new CertificateId(ids.next()),
                profile,
                subject,
                names,
                Order.Key.of(spec, key.getEncoded()),
                subscriber,
                whose,
                null,
                null,
                null);
        Outcome outcome =
                issuance.issue(tenant, List.of(order), Actor.PLATFORM, _ -> {}).getFirst();
        if (!(outcome instanceof Outcome.Issued issued)) {
            throw new IllegalStateException("the certificate of " + subject + " was refused: " + outcome);
        }
        return issued;
    }

    private static Profile ending(Profile of, int days) {
        ProfileSettings settings = of.settings();
        return of.with(
                of.version(),
                new ProfileSettings(
                        settings.name(),
                        settings.keys(),
                        settings.authority(),
                        Period.ofDays(days),
                        settings.rounding(),
                        settings.policy()));
    }
}
