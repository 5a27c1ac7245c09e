package io.shomei.issuance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.issuance.OwnCertificateRepository.Made;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.SignatureScheme;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The platform's own certificates: of its OCSP signers, its time stamping, its audit, its mails. Each is made when it is needed first and
 * renewed, with a new key, by whichever copy of the platform comes first; all copies use the same one. A renewal that fails is
 * tried again every minute, is an error in the log, and shows in {@value #SECONDS_LEFT}.
 */
@ApplicationScoped
public class OwnCertificates {
    /** The alarm: how long the certificate of a purpose is valid still. */
    public static final String SECONDS_LEFT = "own_certificate_seconds_left";

    /** How long another copy's renewal may go unnoticed here; what it replaced is good for much longer. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** How far the clocks of copies may lie apart without more than one of them renewing. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private final OwnCertificateRepository repository;
    private final OwnCertificateMaker maker;
    private final CertificateRegister register;
    private final Authorities authorities;
    private final Profiles profiles;
    private final KeyStorage keys;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    OwnCertificates(
            OwnCertificateRepository repository,
            OwnCertificateMaker maker,
            CertificateRegister register,
            Authorities authorities,
            Profiles profiles,
            KeyStorage keys,
            InstantSource clock,
            MeterRegistry metrics) {
        this.repository = repository;
        this.maker = maker;
        this.register = register;
        this.authorities = authorities;
        this.profiles = profiles;
        this.keys = keys;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The certificate for a purpose, made now when there is none. As a rule it costs nothing but a look into memory. */
    public OwnCertificate get(OwnPurpose purpose) {
        Kept found = kept.get(purpose.name());
        if (found != null && found.isFreshAt(clock.instant())) {
            return found.own();
        }
        if (found == null || !isValidNow(found.own().certificate())) {
            turn.lock();
        } else if (!turn.tryLock()) {
            // Somebody is looking already, or renewing; what is at hand is good meanwhile.
            return found.own();
        }
        try {
            return look(purpose);
        } finally {
            turn.unlock();
        }
    }

    /** Renews what is due among the purposes this copy has served, and destroys keys that nobody needs any more. */
    public void renewDue() {
        for (Kept each : kept.values()) {
            OwnPurpose purpose = each.own().purpose();
            turn.lock();
            try {
                look(purpose);
            } catch (RuntimeException failed) {
                Log.errorf(failed, "there is no own certificate for %s", purpose.name());
            } finally {
                turn.unlock();
            }
        }
        maker.removeReplaced();
    }

    private OwnCertificate look(OwnPurpose purpose) {
        Optional<Made> made = repository.newestMade(purpose.name());
        try {
            if (made.isPresent() && !isDue(purpose, made.get())) {
                return keep(purpose, made.get());
            }
            return keep(purpose, maker.make(purpose, signer(purpose), another -> !isDue(purpose, another)));
        } catch (RuntimeException failed) {
            if (made.isEmpty()
                    || clock.instant().isAfter(made.get().certificate().notAfter())) {
                throw failed;
            }
            Log.errorf(failed, "the own certificate for %s could not be renewed", purpose.name());
            return keep(purpose, made.get());
        }
    }

    private OwnCertificate keep(OwnPurpose purpose, Made made) {
        Kept before = kept.get(purpose.name());
        OwnCertificate own = before != null && before.own().certificate().equals(made.certificate())
                ? before.own()
                : new OwnCertificate(
                        purpose,
                        keys.get(made.entry().keyName()),
                        SignatureScheme.forKey(purpose.key()),
                        made.certificate(),
                        authorities.intermediatesOf(made.authority()));
        kept.put(purpose.name(), new Kept(own, clock.instant()));
        if (before == null) {
            Gauge.builder(SECONDS_LEFT, () -> secondsLeft(purpose.name()))
                    .tag("purpose", purpose.name())
                    .register(metrics);
        }
        return own;
    }

    /** Whether a certificate is to be replaced: by its age, or because it is not what the purpose asks for any more. */
    private boolean isDue(OwnPurpose purpose, Made made) {
        CertificateDer certificate = made.certificate();
        if (!purpose.isServedBy(certificate) || !isValidNow(certificate) || isDistrusted(purpose, made)) {
            return true;
        }
        Authority signer = signer(purpose).authority();
        // A certificate that ends with its authority's cannot be made to last longer by the same authority.
        boolean mayLastLonger = !made.authority().equals(signer.name())
                || certificate.notAfter().isBefore(signer.certificate().notAfter());
        return mayLastLonger
                && OwnCertificate.isRenewalTime(certificate.notBefore(), certificate.notAfter(), clock.instant());
    }

    /** Neither ended nor, after a clock was put back, made for a time to come; clocks of copies may lie a little apart. */
    private boolean isValidNow(CertificateDer certificate) {
        Instant now = clock.instant();
        return !now.isBefore(certificate.notBefore().minus(CLOCK_SKEW)) && !now.isAfter(certificate.notAfter());
    }

    /** An OCSP signer tells of its authority's compromise, too; that authority is not made to sign another one for it. */
    private boolean isDistrusted(OwnPurpose purpose, Made made) {
        boolean compromised = authorities.find(made.authority()).orElseThrow().state() == Authority.State.COMPROMISED;
        if (compromised) {
            return !isOcspSigner(purpose);
        }
        return register.find(TenantId.PLATFORM, made.entry().id())
                .filter(certificate -> certificate.state() instanceof CertificateState.Revoked)
                .isPresent();
    }

    private SigningAuthority signer(OwnPurpose purpose) {
        return isOcspSigner(purpose)
                ? authorities.signing(purpose.authority())
                : authorities.issuing(purpose.authority());
    }

    private boolean isOcspSigner(OwnPurpose purpose) {
        return profiles.get(purpose.profile()).isOcspSigner();
    }

    private double secondsLeft(String purpose) {
        Kept found = kept.get(purpose);
        return found == null
                ? Double.NaN
                : Duration.between(clock.instant(), found.own().certificate().notAfter())
                        .toSeconds();
    }

    private record Kept(OwnCertificate own, Instant readAt) {
        boolean isFreshAt(Instant now) {
            return now.isBefore(readAt.plus(KEPT)) && !now.isBefore(readAt);
        }
    }
}
