package io.shomei.enrolment;

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
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.pki.ConfigurationProfile;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.session.RecentProofs;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands out certificates whose keys are kept, one by one, to recipients who have no account: the administrator passes on a link and a
 * secret by two ways instead of key file and password by mail.
 */
@ApplicationScoped
public class HandOuts {
    private final HandOutRepository repository;
    private final HandOutSecrets secrets;
    private final PinRefusals refusals;
    private final CertificateRegister register;
    private final KeptKeys keys;
    private final Authorities authorities;
    private final Tenants tenants;
    private final Policies policies;
    private final Entrances entrances;
    private final RecentProofs proofs;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    HandOuts(
            HandOutRepository repository,
            HandOutSecrets secrets,
            PinRefusals refusals,
            CertificateRegister register,
            KeptKeys keys,
            Authorities authorities,
            Tenants tenants,
            Policies policies,
            Entrances entrances,
            RecentProofs proofs,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.secrets = secrets;
        this.refusals = refusals;
        this.register = register;
        this.keys = keys;
        this.authorities = authorities;
        this.tenants = tenants;
        this.policies = policies;
        this.entrances = entrances;
        this.proofs = proofs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the administrator passes on; shown once. */
    public record Made(CertificateId certificate, String commonName, Instant deadline, String url, String secret) {
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
        if (policies.of(caller.tenant()).download().policy() != Policy.Download.Repetition.REPEATABLE) {
            throw HAND_OUT_NOT_OFFERED.because("");
        }
        proofs.require(caller);
        Certificate certificate = register.get(caller.tenant(), id);
        KeptKey key = keys.find(caller.tenant(), certificate.id()).orElseThrow(() -> KEY_NOT_KEPT.because(""));
        Made made = put(caller, List.of(key), null).getFirst();
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.HANDOUT_CREATE, Actor.of(caller))
                .on(certificate.commonName(), certificate.id().value())
                .with(Map.of("deadline", made.deadline().toString())));
        return made;
    }

    /**
     * Makes a link for each of these in the running transaction, which writes the history; earlier links of theirs end.
     *
     * @param certificates whose keys are kept; one whose key was destroyed meanwhile is left out
     * @param lot by which they are found together
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Made> makeLot(Caller caller, Collection<CertificateId> certificates, UUID lot) {
        List<KeptKey> kept = keys.find(caller.tenant(), certificates).stream()
                .sorted(Comparator.comparing(KeptKey::certificate))
                .toList();
        return put(caller, kept, lot);
    }

    /** Those of a lot that the caller made and that still wait for somebody, in the order of the certificates. */
    @Transactional
    public List<Made> waiting(Caller caller, UUID lot) {
        Instant now = clock.instant();
        List<HandOut> waiting = repository.ofLot(caller.tenant(), lot, caller.account(), now);
        Map<CertificateId, KeptKey> kept =
                keys
                        .find(
                                caller.tenant(),
                                waiting.stream().map(HandOut::certificate).toList())
                        .stream()
                        .collect(Collectors.toMap(KeptKey::certificate, Function.identity()));
        return waiting.stream()
                .filter(each -> kept.containsKey(each.certificate()))
                .map(each -> made(
                        each,
                        Objects.requireNonNull(kept.get(each.certificate())).commonName()))
                .toList();
    }

    private List<Made> put(Caller caller, List<KeptKey> certificates, @Nullable UUID lot) {
        Instant now = clock.instant();
        Instant deadline = now.atOffset(ZoneOffset.UTC)
                .plus(policies.of(caller.tenant()).enrolment().urlLifetime())
                .toInstant();
        List<HandOut> handOuts = certificates.stream()
                .map(key -> new HandOut(
                        caller.tenant(),
                        key.certificate(),
                        ids.next(),
                        deadline.isAfter(key.notAfter()) ? key.notAfter() : deadline,
                        now,
                        caller.account(),
                        caller.name(),
                        0,
                        EnrolmentLot.Collected.NOT_YET,
                        null))
                .toList();
        repository.put(
                caller.tenant(),
                handOuts,
                handOuts.stream()
                        .map(each -> EnrolmentToken.digest(secrets.token(each.id())))
                        .toList(),
                lot);
        return IntStream.range(0, handOuts.size())
                .mapToObj(i -> made(handOuts.get(i), certificates.get(i).commonName()))
                .toList();
    }

    /** Link and secret are derived, so they can be told as long as they are worth anything. */
    private Made made(HandOut handOut, String commonName) {
        return new Made(
                handOut.certificate(),
                commonName,
                handOut.deadline(),
                entrances.portalUrl() + "/collect/" + secrets.token(handOut.id()),
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
        String secret = requireSecret(view, typed, origin);
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

    private String requireSecret(View view, @Nullable String typed, HolderEnrolments.Origin origin) {
        HandOut handOut = view.handOut();
        int threshold = policies.of(handOut.tenant()).lockout().threshold();
        PinRefusals.Attempt attempt = new PinRefusals.Attempt(
                handOut.tenant(),
                handOut.certificate(),
                view.certificate().commonName(),
                HolderEnrolments.actor("URL", origin));
        int failures = QuarkusTransaction.requiringNew()
                .call(() -> repository.count(handOut, threshold))
                .orElseThrow(() -> refusals.locked(attempt));
        String expected = secrets.secret(handOut.id());
        if (!AccessPins.isSame(expected, typed == null ? "" : typed)) {
            throw refusals.wrong(attempt, failures >= threshold);
        }
        QuarkusTransaction.requiringNew().run(() -> repository.forgive(handOut));
        return expected;
    }
}
