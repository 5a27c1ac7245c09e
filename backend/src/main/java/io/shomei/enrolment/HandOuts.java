package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ACCESS_PIN_LOCKED;
import static io.shomei.enrolment.EnrolmentProblem.ACCESS_PIN_WRONG;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_REVOKED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;
import static io.shomei.enrolment.HandOutProblem.HAND_OUT_MISSING;
import static io.shomei.enrolment.HandOutProblem.HAND_OUT_NOT_OFFERED;
import static io.shomei.enrolment.HandOutProblem.KEY_NOT_KEPT;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.escrow.Escrow;
import io.shomei.escrow.KeptKey;
import io.shomei.escrow.KeptKeys;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.pki.ConfigurationProfile;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands out certificates whose keys are kept, one by one, to recipients who have no account: the administrator passes on a link and a
 * secret by two ways instead of key file and password by mail.
 */
@ApplicationScoped
class HandOuts {
    private final HandOutRepository repository;
    private final HandOutSecrets secrets;
    private final CertificateRegister register;
    private final KeptKeys keys;
    private final Authorities authorities;
    private final Tenants tenants;
    private final Policies policies;
    private final Entrances entrances;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    HandOuts(
            HandOutRepository repository,
            HandOutSecrets secrets,
            CertificateRegister register,
            KeptKeys keys,
            Authorities authorities,
            Tenants tenants,
            Policies policies,
            Entrances entrances,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.register = register;
        this.keys = keys;
        this.authorities = authorities;
        this.tenants = tenants;
        this.policies = policies;
        this.entrances = entrances;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the administrator passes on; shown once. */
    record Made(HandOut handOut, String commonName, String url, String secret) {
        @Override
        public String toString() {
            return "link to " + commonName;
        }
    }

    /** How a link stands, for the administrator. */
    record Standing(HandOut handOut, Enrolment.State state, boolean locked) {}

    /** What a link leads to, for the recipient. */
    record View(
            HandOut handOut, @Nullable KeptKey key, Certificate certificate, Tenant tenant, Enrolment.State state) {}

    /** Makes a link; an earlier one of the certificate ends. */
    @Transactional
    Made make(Caller caller, String id) {
        Tenant tenant = tenants.get(caller.tenant());
        tenant.requireActive();
        Policy policy = policies.of(caller.tenant());
        if (policy.download().policy() != Policy.Download.Repetition.REPEATABLE) {
            throw HAND_OUT_NOT_OFFERED.because("");
        }
        Certificate certificate = register.get(caller.tenant(), id);
        KeptKey key = keys.find(caller.tenant(), certificate.id()).orElseThrow(() -> KEY_NOT_KEPT.because(""));
        Instant now = clock.instant();
        Instant deadline = now.atOffset(ZoneOffset.UTC)
                .plus(policy.enrolment().urlLifetime())
                .toInstant();
        HandOut handOut = new HandOut(
                caller.tenant(),
                certificate.id(),
                ids.next(),
                deadline.isAfter(key.notAfter()) ? key.notAfter() : deadline,
                now,
                caller.account(),
                caller.name(),
                0,
                EnrolmentLot.Collected.NOT_YET,
                null);
        String token = secrets.token(handOut.id());
        repository.put(handOut, EnrolmentToken.digest(token));
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.HANDOUT_CREATE, Actor.of(caller))
                .on(certificate.commonName(), certificate.id().value())
                .with(Map.of("deadline", handOut.deadline().toString())));
        return new Made(
                handOut,
                certificate.commonName(),
                entrances.portalUrl() + "/collect/" + token,
                secrets.secret(handOut.id()));
    }

    @Transactional
    Standing get(Caller caller, String id) {
        Certificate certificate = register.get(caller.tenant(), id);
        HandOut handOut =
                repository.find(caller.tenant(), certificate.id()).orElseThrow(() -> HAND_OUT_MISSING.because(""));
        boolean kept = keys.find(caller.tenant(), certificate.id()).isPresent();
        return new Standing(
                handOut,
                handOut.stateAt(clock.instant(), kept),
                handOut.failures() >= policies.of(caller.tenant()).lockout().threshold());
    }

    @Transactional
    void withdraw(Caller caller, String id) {
        Certificate certificate = register.get(caller.tenant(), id);
        if (!repository.remove(caller.tenant(), certificate.id())) {
            throw HAND_OUT_MISSING.because("");
        }
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.HANDOUT_WITHDRAW, Actor.of(caller))
                .on(certificate.commonName(), certificate.id().value()));
    }

    @Transactional
    Optional<View> find(String token) {
        return repository.findByToken(EnrolmentToken.digest(token)).map(handOut -> {
            KeptKey key = keys.find(handOut.tenant(), handOut.certificate()).orElse(null);
            return new View(
                    handOut,
                    key,
                    register.find(handOut.tenant(), handOut.certificate()).orElseThrow(),
                    tenants.get(handOut.tenant()),
                    handOut.stateAt(clock.instant(), key != null));
        });
    }

    /** How key files of the tenant are protected where nobody chooses. */
    Pkcs12.Profile proposed(View view) {
        return policies.of(view.handOut().tenant()).p12().proposed();
    }

    boolean offersProfiles(View view) {
        return policies.of(view.handOut().tenant()).p12().formats().contains(Policy.P12.Format.MOBILECONFIG);
    }

    /**
     * The key file of the recipient who has the secret, or a profile for Apple devices around it; once, but for the same page again
     * within ten minutes. It is made now and opens with the secret.
     *
     * @param typed null where nothing was
     */
    DeliveredFile collect(
            View view, @Nullable String typed, KeyFileWish wish, Receipt receipt, HolderEnrolments.Origin origin) {
        HandOut handOut = view.handOut();
        Instant now = clock.instant();
        boolean again =
                receipt.repeats(handOut.collected().at(), handOut.collected().receipt(), now);
        // 1. It waits, or the same page comes again; a wrong secret counts before it is known to be wrong.
        if (!again) {
            view.state().requireWaiting(handOut.collected().at(), handOut.deadline());
        }
        view.tenant().requireActive();
        String secret = requireSecret(handOut, typed);
        // 2. The file is made first, so that a fault of ours uses nothing up.
        KeptKey key = view.key();
        Escrow.Kept kept = key == null
                ? null
                : keys.open(handOut.tenant(), List.of(handOut.certificate())).get(handOut.certificate());
        if (key == null || kept == null) {
            throw ENROLMENT_REVOKED.because("");
        }
        Pkcs12.Profile protection = wish.protection(proposed(view));
        DeliveredFile file = file(view, key, wish.form(), keys.write(key, kept, secret, protection));
        // 3. The right is used up with the history: two people with one link get one file.
        if (!again) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (!repository.collect(handOut, receipt, now, origin.address())) {
                    throw ENROLMENT_USED.because("%s", now);
                }
                audit.append(AuditEntry.done(
                                handOut.tenant(),
                                AuditOperation.CERTIFICATE_COLLECT,
                                HolderEnrolments.actor("URL", origin))
                        .on(key.commonName(), key.certificate().value())
                        .with(Map.of("format", wish.form().name(), "p12Profile", protection.name())));
            });
        }
        return file;
    }

    private DeliveredFile file(View view, KeptKey key, KeyFileWish.Form form, byte[] p12) {
        String name = key.fileName(view.tenant().timeZone());
        String full = name + "." + policies.of(key.tenant()).p12().extension();
        return switch (form) {
            case P12 -> DeliveredFile.ofKey(full, p12);
            case MOBILECONFIG ->
                DeliveredFile.ofProfile(
                        name,
                        new ConfigurationProfile(
                                key.commonName(),
                                view.tenant().nameJa(),
                                full,
                                p12,
                                null,
                                authorities.chainOf(key.authority()).stream()
                                        .map(Authority::certificate)
                                        .toList()));
        };
    }

    private String requireSecret(HandOut handOut, @Nullable String typed) {
        int threshold = policies.of(handOut.tenant()).lockout().threshold();
        if (!QuarkusTransaction.requiringNew().call(() -> repository.count(handOut, threshold))) {
            throw ACCESS_PIN_LOCKED.because("");
        }
        String expected = secrets.secret(handOut.id());
        if (!AccessPins.isSame(expected, typed == null ? "" : typed)) {
            throw ACCESS_PIN_WRONG.because("");
        }
        QuarkusTransaction.requiringNew().run(() -> repository.forgive(handOut));
        return expected;
    }
}
