package io.shomei.session;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_LOGGING_IN;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.account.secret.Authenticator;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.SecretState.ChangeReason;
import io.shomei.api.CertificateDiagnosis;
import io.shomei.api.ConfirmationPinChange;
import io.shomei.api.EntranceName;
import io.shomei.api.LogIn;
import io.shomei.api.LogInMethod;
import io.shomei.api.LogInProof;
import io.shomei.api.NewerCertificate;
import io.shomei.api.OpenedSession;
import io.shomei.api.OtpAnswer;
import io.shomei.api.OtpKind;
import io.shomei.api.PasswordChange;
import io.shomei.api.PresentedCertificate;
import io.shomei.api.Right;
import io.shomei.api.Role;
import io.shomei.api.SecretLength;
import io.shomei.api.Session;
import io.shomei.api.SessionApi;
import io.shomei.api.SessionCertificate;
import io.shomei.api.SessionOtp;
import io.shomei.api.SessionReproof;
import io.shomei.api.SessionSecret;
import io.shomei.api.SessionWarning;
import io.shomei.api.TenantLabel;
import io.shomei.api.TenantSummary;
import io.shomei.api.TotpEnrolment;
import io.shomei.api.TotpSecret;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.pki.CertificateDer;
import io.shomei.policy.Policy;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Entrance;
import io.shomei.web.Entrances;
import io.shomei.web.RequestFacts;
import io.shomei.web.SessionCookie;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class SessionResource implements SessionApi {
    private static final Texts DIAGNOSES = Texts.load("io/shomei/session/diagnoses");

    private final LogIns logIns;
    private final LogInSteps steps;
    private final OwnSecrets own;
    private final RecentProofs proofs;
    private final Sessions sessions;
    private final SessionViews views;
    private final EntranceOffers offers;
    private final Entrances entrances;
    private final SessionCookie cookie;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final RoutingContext routing;

    SessionResource(
            LogIns logIns,
            LogInSteps steps,
            OwnSecrets own,
            RecentProofs proofs,
            Sessions sessions,
            SessionViews views,
            EntranceOffers offers,
            Entrances entrances,
            SessionCookie cookie,
            CurrentCaller caller,
            RequestFacts request,
            RoutingContext routing) {
        this.logIns = logIns;
        this.steps = steps;
        this.own = own;
        this.proofs = proofs;
        this.sessions = sessions;
        this.views = views;
        this.offers = offers;
        this.entrances = entrances;
        this.cookie = cookie;
        this.caller = caller;
        this.request = request;
        this.routing = routing;
    }

    @Override
    @PermitAll
    public io.shomei.api.Entrance getEntrance(String tenant) {
        Entrance here = request.entrance();
        EntranceOffers.Offer offer = offers.of(here, request.presentedCertificate(), tenant);
        return new io.shomei.api.Entrance(
                EntranceName.valueOf(here.name()),
                entrances.portalUrl(),
                entrances.certUrl(),
                offer.ways().stream().map(SessionResource::method).toList(),
                offer.softwareKeyboard(),
                offer.rememberLoginId(),
                offer.acquisition(),
                here == Entrance.CERT ? presented(offer) : null);
    }

    @Override
    @PermitAll
    public OpenedSession openSession(LogIn body) {
        LogIns.Opened opened = logIns.open(
                new LogIns.Typed(body.loginId(), body.password()), RequestFacts.of(routing), request.language());
        cookie.set(opened.token());
        SessionView view = opened.view();
        return new OpenedSession(
                state(view),
                opened.token(),
                view.session().openedAt(),
                view.policy().session().idleTimeout().toString(),
                account(view),
                certificate(view),
                previous(view.previous()));
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session getSession() {
        return session(views.view(caller.get()));
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public void closeSession() {
        sessions.close(caller.get());
        cookie.clear();
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session answerOtp(OtpAnswer body) {
        return session(steps.answerOtp(caller.get(), body.otp(), request.language()));
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session reLogIn() {
        return session(steps.reLogIn(caller.get()));
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session changePassword(PasswordChange body) {
        return session(own.changePassword(caller.get(), body.current(), body.password(), request.language()));
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public void proveAgain(SessionReproof body) {
        proofs.prove(caller.get(), body.reproof());
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session setConfirmationPin(ConfirmationPinChange body) {
        return session(
                own.setConfirmationPin(caller.get(), body.current(), body.confirmationPin(), request.language()));
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public TotpSecret enrolTotp(TotpEnrolment body) {
        Authenticator authenticator = own.enrolTotp(caller.get(), body.otp(), body.current(), request.language());
        return new TotpSecret(
                authenticator.exposeKey(),
                authenticator.exposeUri("Shomei", caller.get().name()));
    }

    @Override
    @RolesAllowed({IS_LOGGING_IN, IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session confirmTotp(OtpAnswer body) {
        return session(own.confirmTotp(caller.get(), body.otp()));
    }

    private static LogInMethod method(EntranceOffers.Way way) {
        Policy.Password rules = way.rules();
        return new LogInMethod(
                proofs(way.method()),
                EntranceName.valueOf(way.entrance().name()),
                way.ready(),
                rules == null ? null : new SecretLength(rules.minLength(), rules.maxLength()));
    }

    private PresentedCertificate presented(EntranceOffers.Offer offer) {
        Diagnosis found = offer.diagnosis();
        CertificateDiagnosis code = code(found);
        String text = found instanceof Diagnosis.Elsewhere ? code.value() + ".elsewhere" : code.value();
        Language language = request.language();
        Optional<CertificateDer> der = der(request.presentedCertificate().orElse(null));
        Diagnosis.Good good = found instanceof Diagnosis.Good usable ? usable : null;
        EntranceOffers.Terms terms = offer.terms();
        EntranceOffers.Terms own = good == null ? null : terms;
        return new PresentedCertificate(
                code,
                DIAGNOSES.get(language, text),
                DIAGNOSES.find(language, text + ".advice").orElse(null),
                der.map(CertificateDer::subjectText).orElse(null),
                der.map(CertificateDer::issuerText).orElse(null),
                der.map(CertificateDer::serialHex).orElse(null),
                der.map(CertificateDer::notBefore).orElse(null),
                der.map(CertificateDer::notAfter).orElse(null),
                der.map(each -> HexFormat.of().withUpperCase().formatHex(each.sha256Fingerprint()))
                        .orElse(null),
                good == null ? null : good.account().name(),
                good == null ? null : good.account().loginId(),
                own == null ? null : own.renewable(),
                own == null ? null : own.renewableFrom(),
                own == null ? null : own.daysLeft(),
                terms == null ? null : newer(terms.newer()),
                offer.next().stream()
                        .map(step -> io.shomei.api.NextStep.valueOf(step.name()))
                        .toList());
    }

    private static CertificateDiagnosis code(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.Good good -> CertificateDiagnosis.M_CERT_OK;
            case Diagnosis.Site site -> CertificateDiagnosis.M_CERT_SITE;
            case Diagnosis.None none -> CertificateDiagnosis.M_CERT_NONE;
            case Diagnosis.Foreign foreign -> CertificateDiagnosis.M_CERT_FOREIGN;
            case Diagnosis.Elsewhere elsewhere -> CertificateDiagnosis.M_CERT_FOREIGN;
            case Diagnosis.Expired expired -> CertificateDiagnosis.M_CERT_EXPIRED;
            case Diagnosis.NotYetValid early -> CertificateDiagnosis.M_CERT_NOT_YET;
            case Diagnosis.Revoked revoked -> CertificateDiagnosis.M_CERT_REVOKED;
            case Diagnosis.Superseded superseded -> CertificateDiagnosis.M_CERT_SUPERSEDED;
            case Diagnosis.WithoutAccount nobodys -> CertificateDiagnosis.M_CERT_NO_ACCOUNT;
        };
    }

    private static Session session(SessionView view) {
        Policy policy = view.policy();
        return new Session(
                state(view),
                view.session().openedAt(),
                policy.session().idleTimeout().toString(),
                Session.IdleEventEnum.valueOf(policy.session().idleEvent().name()),
                view.session().idleAt(policy.session().idleTimeout()),
                proofs(view.session().method()),
                passwordChange(view.session()),
                policy.auth().softwareKeyboard(),
                policy.session().closeBrowserHint(),
                account(view),
                certificate(view),
                view.mayAcquire(),
                secret(policy.password(), view.secret()),
                new SessionOtp(
                        policy.auth().otp().stream()
                                .map(kind -> OtpKind.valueOf(kind.name()))
                                .toList(),
                        view.otp() == null ? null : OtpKind.valueOf(view.otp().name()),
                        view.positions().isEmpty() ? null : view.positions()),
                Session.ConfirmationPinEnum.valueOf(view.confirmationPin().name()),
                previous(view.previous()),
                view.shown().stream().map(SessionResource::previous).toList(),
                view.warnings().stream()
                        .map(warning -> new SessionWarning(
                                SessionWarning.CodeEnum.valueOf(warning.kind().name()), warning.at()))
                        .toList());
    }

    private static Session.@Nullable PasswordChangeEnum passwordChange(SessionRow session) {
        ChangeReason reason = session.changeReason();
        return reason == null || session.state() != SessionState.PASSWORD_CHANGE_REQUIRED
                ? null
                : Session.PasswordChangeEnum.valueOf(reason.name());
    }

    private static io.shomei.api.SessionState state(SessionView view) {
        return io.shomei.api.SessionState.valueOf(view.session().state().name());
    }

    private static @Nullable SessionSecret secret(Policy.Password rules, @Nullable SecretState secret) {
        return secret == null
                ? null
                : new SessionSecret(
                        SessionSecret.KindEnum.valueOf(secret.kind().name()),
                        rules.minLength(),
                        rules.maxLength(),
                        SessionSecret.CharsetEnum.valueOf(rules.charset().name()),
                        SessionSecret.CompositionEnum.valueOf(
                                rules.composition().name()),
                        rules.changeRequiresCurrent(),
                        secret.expiresOn());
    }

    private static io.shomei.api.Account account(SessionView view) {
        return new io.shomei.api.Account(
                view.account().id().toString(),
                Role.valueOf(view.account().role().name()),
                view.account().loginId(),
                view.account().name(),
                view.account().rights().stream()
                        .sorted()
                        .map(right -> Right.valueOf(right.name()))
                        .toList(),
                new TenantSummary(
                        view.tenant().id().toString(),
                        TenantLabel.valueOf(view.policy().tenantLabel().name()),
                        view.tenant().nameJa(),
                        view.tenant().nameEn(),
                        view.tenant().timeZone().getId()));
    }

    private static @Nullable SessionCertificate certificate(SessionView view) {
        Certificate certificate = view.certificate();
        EntranceOffers.Terms terms = view.terms();
        return certificate == null || terms == null
                ? null
                : new SessionCertificate(
                        certificate.serial().hex(),
                        certificate.subjectDn(),
                        certificate.notAfter(),
                        terms.daysLeft(),
                        terms.renewable(),
                        terms.renewableFrom(),
                        newer(terms.newer()));
    }

    private static @Nullable NewerCertificate newer(@Nullable Certificate newer) {
        return newer == null
                ? null
                : new NewerCertificate(newer.serial().hex(), newer.notAfter(), newer.firstUsedAt() != null);
    }

    private static io.shomei.api.@Nullable PreviousLogIn previous(@Nullable PreviousLogIn previous) {
        return previous == null
                ? null
                : new io.shomei.api.PreviousLogIn(previous.at(), previous.address(), previous.name());
    }

    private static List<LogInProof> proofs(List<Policy.Proof> method) {
        return method.stream().map(proof -> LogInProof.valueOf(proof.name())).toList();
    }

    private static Optional<CertificateDer> der(@Nullable X509Certificate certificate) {
        if (certificate == null) {
            return Optional.empty();
        }
        try {
            return CertificateDer.read(certificate.getEncoded());
        } catch (CertificateEncodingException unreadable) {
            return Optional.empty();
        }
    }
}
