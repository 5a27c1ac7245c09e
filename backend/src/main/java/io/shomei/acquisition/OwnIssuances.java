package io.shomei.acquisition;

import static io.shomei.account.AccountProblem.REISSUE_COOLING_DOWN;
import static io.shomei.acquisition.AcquisitionProblem.ACQUISITION_NOT_OFFERED;
import static io.shomei.acquisition.AcquisitionProblem.CERTIFICATE_ACQUIRED;
import static io.shomei.acquisition.AcquisitionProblem.CERTIFICATE_RENEWED;
import static io.shomei.acquisition.AcquisitionProblem.RENEWAL_NOT_OPEN;
import static io.shomei.enrolment.EnrolmentProblem.BROWSER_REQUEST_REFUSED;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.CoolDowns;
import io.shomei.account.secret.Reproofs;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.issuance.Order;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.InputFault;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.KeySpec;
import io.shomei.pki.VerifiedCsr;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Supersession;
import io.shomei.profile.Profile;
import io.shomei.session.NewBeginnings;
import io.shomei.session.OpenSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Certifies a key that the browser of somebody who is logged in made. The private key never leaves it. What the certificate says follows
 * from the account; a renewal takes the place of the certificate of the session. What there was before is good until its owner told to
 * have the new one.
 */
@ApplicationScoped
class OwnIssuances {
    private final AcquisitionRepository repository;
    private final AcquisitionWork work;
    private final LogInSubjects subjects;
    private final Supersessions supersessions;
    private final Confirmations confirmations;
    private final OpenSessions sessions;
    private final CertificateRegister register;
    private final Reproofs reproofs;
    private final Accounts accounts;
    private final NewBeginnings beginnings;
    private final CoolDowns coolDowns;
    private final Policies policies;
    private final AuditLog audit;

    OwnIssuances(
            AcquisitionRepository repository,
            AcquisitionWork work,
            LogInSubjects subjects,
            Supersessions supersessions,
            Confirmations confirmations,
            OpenSessions sessions,
            CertificateRegister register,
            Reproofs reproofs,
            Accounts accounts,
            NewBeginnings beginnings,
            CoolDowns coolDowns,
            Policies policies,
            AuditLog audit) {
        this.repository = repository;
        this.work = work;
        this.subjects = subjects;
        this.supersessions = supersessions;
        this.confirmations = confirmations;
        this.sessions = sessions;
        this.register = register;
        this.reproofs = reproofs;
        this.accounts = accounts;
        this.beginnings = beginnings;
        this.coolDowns = coolDowns;
        this.policies = policies;
        this.audit = audit;
    }

    /**
     * The caller's certificates and what can be done.
     *
     * @param certificates all, the newest first
     * @param present the one of the session
     * @param profile null where the policy has none for the caller's role
     * @param reproof what is proven again for a renewal
     */
    record View(
            Account account,
            List<Certificate> certificates,
            @Nullable Certificate present,
            OwnIssuanceOffer offer,
            @Nullable Profile profile,
            @Nullable String subject,
            Policy.Reproof reproof) {

        /** Kinds of key that the browser may make. */
        Set<KeySpec> keys() {
            return profile == null ? Set.of() : profile.keys();
        }
    }

    /**
     * A certificate that was issued.
     *
     * @param friendlyName what lists of certificates show for it
     * @param supersedes whether the renewed one is refused from the moment on at which its owner has this one
     */
    record Issued(
            Account account,
            Certificate certificate,
            String friendlyName,
            @Nullable Certificate renewed,
            boolean supersedes) {}

    /** A certificate that its owner has, and what it superseded. */
    record Confirmed(
            Certificate certificate,
            List<Certificate> superseded,
            @Nullable CertificateId present) {}

    @Transactional
    View view(Caller caller) {
        Account account = account(caller);
        Certificate present = sessions.certificateOf(caller).orElse(null);
        Profile profile = subjects.profile(account).orElse(null);
        OwnIssuanceOffer offer = profile == null ? new OwnIssuanceOffer.NotOffered() : offer(caller, account, present);
        return new View(
                account,
                register.ofAccount(caller.tenant(), caller.account()),
                present,
                offer,
                profile,
                profile == null || !offer.isOpen()
                        ? null
                        : subjects.subject(account, profile).text(),
                offer instanceof OwnIssuanceOffer.Renew
                        ? policies.of(caller.tenant()).auth().stepUp().renewal()
                        : Policy.Reproof.NONE);
    }

    /**
     * @param csr base64 or PEM
     * @param reproof as it was typed
     */
    Issued issue(Caller caller, String csr, @Nullable String reproof) {
        // 1. It may be, and the key is there and of a kind that the profile takes.
        View view = view(caller);
        Account account = view.account();
        Profile profile = view.profile();
        if (profile == null) {
            throw ACQUISITION_NOT_OFFERED.because("");
        }
        VerifiedCsr verified = verified(csr, profile);
        // 2. The same key again: the same certificate, for an answer that was lost.
        Optional<Certificate> again = repeated(account, verified);
        if (again.isPresent()) {
            return issued(view, again.get());
        }
        require(view.offer());
        reproofs.require(caller, view.reproof(), reproof);
        subjects.requireCertifiable(account, profile);
        // 3. Begun with the account locked, and issued.
        Actor actor = Actor.of(caller);
        Certificate present = view.present();
        AcquisitionWork.Begun begun =
                QuarkusTransaction.requiringNew().call(() -> begin(caller, account, present, profile, verified, actor));
        supersessions.published(begun.revoked());
        try {
            return issued(
                    view, work.issue(begun.acquisition(), Order.Key.of(verified), actor, (certificate, deadline) -> {
                        // Nobody has it yet.
                    }));
        } catch (RuntimeException failed) {
            work.fail(begun.acquisition());
            throw failed;
        }
    }

    /** The caller told to have it. Telling it again changes nothing. */
    Confirmed confirm(Caller caller, String serial) {
        Account account = account(caller);
        Certificate certificate = work.standing(account).usable().stream()
                .filter(each -> each.serial().hex().equals(serial))
                .findFirst()
                .orElseThrow(() -> NOT_FOUND.because(""));
        Certificate present = sessions.certificateOf(caller).orElse(null);
        List<Certificate> superseded = confirmations.confirm(account, certificate, Actor.of(caller));
        return new Confirmed(
                register.get(caller.tenant(), certificate.id().toString()),
                register.withIds(
                        caller.tenant(),
                        superseded.stream().map(Certificate::id).toList()),
                present == null ? null : present.id());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    AcquisitionWork.Begun begin(
            Caller caller,
            Account account,
            @Nullable Certificate present,
            Profile profile,
            VerifiedCsr csr,
            Actor actor) {
        Account locked = accounts.lock(account);
        require(offer(caller, locked, present));
        audit.append(AuditEntry.done(
                        caller.tenant(),
                        present == null ? AuditOperation.CERTIFICATE_ACQUIRE : AuditOperation.CERTIFICATE_RENEW_BEGIN,
                        actor)
                .on(locked.name(), locked.id().value()));
        return work.begin(
                locked,
                new AcquisitionWork.Plan(
                        Acquisition.Way.BROWSER,
                        profile,
                        present == null ? null : present.id(),
                        csr.keyFingerprint(),
                        null),
                actor);
    }

    private OwnIssuanceOffer offer(Caller caller, Account account, @Nullable Certificate present) {
        Standing standing = work.standing(account);
        return OwnIssuanceOffer.of(
                standing,
                present,
                sessions.proofsOf(caller),
                beginnings.areOpen(account, standing),
                coolDowns.until(account).orElse(null));
    }

    private static void require(OwnIssuanceOffer offer) {
        switch (offer) {
            case OwnIssuanceOffer.Acquire acquire -> {
                // The first one.
            }
            case OwnIssuanceOffer.Renew renew -> {
                // In the place of the present one.
            }
            case OwnIssuanceOffer.NotYet(var opensAt) -> throw RENEWAL_NOT_OPEN.because("%s", opensAt);
            case OwnIssuanceOffer.Renewed(var newer) ->
                throw CERTIFICATE_RENEWED.because("%s", newer.serial().hex());
            case OwnIssuanceOffer.Acquired(var own) ->
                throw CERTIFICATE_ACQUIRED.because("%s", own.serial().hex());
            case OwnIssuanceOffer.NotEntitled none -> throw ACQUISITION_NOT_OFFERED.because("");
            case OwnIssuanceOffer.CoolingDown(var until) -> throw REISSUE_COOLING_DOWN.because("%s", until);
            case OwnIssuanceOffer.NotOffered none -> throw ACQUISITION_NOT_OFFERED.because("");
        }
    }

    /** What was issued for this key and is not confirmed yet. */
    private Optional<Certificate> repeated(Account account, VerifiedCsr csr) {
        List<Certificate> unconfirmed = work.standing(account).unconfirmed();
        return QuarkusTransaction.requiringNew().call(() -> repository.open(account)).stream()
                .filter(each -> each.way() == Acquisition.Way.BROWSER && each.receipt() != null)
                .filter(each -> MessageDigest.isEqual(each.receipt(), csr.keyFingerprint()))
                .flatMap(each -> unconfirmed.stream()
                        .filter(certificate -> certificate.id().equals(each.certificate())))
                .findFirst();
    }

    private Issued issued(View view, Certificate certificate) {
        Account account = view.account();
        Certificate renewed = certificate.renews() == null ? null : view.present();
        return new Issued(
                account,
                certificate,
                subjects.friendlyName(account, certificate.commonName(), certificate.notAfter()),
                renewed,
                renewed != null
                        && policies.of(account.tenant()).certificate().supersession() == Supersession.IMMEDIATE);
    }

    private Account account(Caller caller) {
        return accounts.find(caller.tenant(), caller.account()).orElseThrow();
    }

    private static VerifiedCsr verified(String csr, Profile profile) {
        return switch (CsrCheck.ofBase64(csr, profile.keys())) {
            case CsrCheck.Good(VerifiedCsr good) -> good;
            case CsrCheck.Bad bad ->
                throw BROWSER_REQUEST_REFUSED.with(bad.faults().stream()
                        .map(fault -> new InputFault("/csr", fault.name(), fault.name()))
                        .toList());
        };
    }
}
