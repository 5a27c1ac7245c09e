package io.shomei.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.issuance.OwnCertificate;
import io.shomei.issuance.OwnCertificates;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.web.Entrances;
import io.shomei.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificate of the TLS entrances. Each start makes a new key, which lives in memory only, and has it certified by our
 * own authority; long before it ends, another takes its place without a connection being closed.
 */
@ApplicationScoped
public class PlatformCertificate {
    private final Issuance issuance;
    private final Authorities authorities;
    private final Profiles profiles;
    private final Entrances entrances;
    private final WebConfig config;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private volatile Instant notBefore = Instant.EPOCH;
    private volatile Instant notAfter = Instant.EPOCH;

    PlatformCertificate(
            Issuance issuance,
            Authorities authorities,
            Profiles profiles,
            Entrances entrances,
            WebConfig config,
            Ids ids,
            SecureRandom random,
            InstantSource clock,
            MeterRegistry metrics) {
        this.issuance = issuance;
        this.authorities = authorities;
        this.profiles = profiles;
        this.entrances = entrances;
        this.config = config;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        Gauge.builder(OwnCertificates.SECONDS_LEFT, this::secondsLeft)
                .tag("purpose", "tls")
                .register(metrics);
    }

    /** A new key with a certificate for the host name of the entrances. */
    public KeyManagerFactory issue() {
        Profile profile = profiles.get(Profiles.TLS);
        KeyPair pair = KeySpec.P256.generate(random);
        Order order = new Order(
                new CertificateId(ids.next()),
                profile,
                DistinguishedName.of(List.of(new Attribute(AttributeType.CN, config.host()))),
                PermittedNames.ofPlatform(
                        AlternativeName.ofHost(config.host()).stream().toList()),
                Order.Key.of(KeySpec.P256, pair.getPublic().getEncoded()),
                Subscriber.NONE,
                null,
                null,
                null,
                null);
        Outcome outcome = issuance.issue(TenantId.PLATFORM, List.of(order), Actor.PLATFORM, _ -> {})
                .getFirst();
        if (!(outcome instanceof Outcome.Issued issued)) {
            throw new IllegalStateException("the platform's own certificate was refused: " + outcome);
        }
        notBefore = issued.validity().notBefore();
        notAfter = issued.validity().notAfter();
        return keys(pair, issued.certificate(), issued.authority());
    }

    /** The CAs whose certificates identify people at the cert entrance. */
    public List<X509Certificate> clientAuthorities() {
        return authorities.all().stream()
                .map(authority -> authority.certificate().toX509())
                .toList();
    }

    /** Takes a new certificate into use when two thirds of the present one's time are over, or a clock was put back before it. */
    void renewWhenDue() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore) || OwnCertificate.isRenewalTime(notBefore, notAfter, now)) {
            entrances.renew(issue());
        }
    }

    private double secondsLeft() {
        return Duration.between(clock.instant(), notAfter).toSeconds();
    }

    private KeyManagerFactory keys(KeyPair pair, CertificateDer leaf, String authority) {
        try {
            X509Certificate[] chain = Stream.concat(Stream.of(leaf), authorities.intermediatesOf(authority).stream())
                    .map(CertificateDer::toX509)
                    .toArray(X509Certificate[]::new);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            // In memory only; the format asks for a password.
            char[] password = "memory".toCharArray();
            store.setKeyEntry("tls", pair.getPrivate(), password, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory;
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException("the TLS key cannot be used", failed);
        }
    }
}
