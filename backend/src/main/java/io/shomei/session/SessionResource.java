package io.shomei.session;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;
import static io.shomei.session.SessionProblem.LOG_IN_METHOD_OFF;

import io.shomei.api.CertificateDiagnosis;
import io.shomei.api.LogIn;
import io.shomei.api.OpenedSession;
import io.shomei.api.PresentedCertificate;
import io.shomei.api.PreviousLogIn;
import io.shomei.api.Right;
import io.shomei.api.Role;
import io.shomei.api.Session;
import io.shomei.api.SessionApi;
import io.shomei.api.SessionCertificate;
import io.shomei.api.SessionState;
import io.shomei.api.TenantLabel;
import io.shomei.api.TenantSummary;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.pki.CertificateDer;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class SessionResource implements SessionApi {
    private static final Texts DIAGNOSES = Texts.load("io/shomei/session/diagnoses");

    private final Sessions sessions;
    private final PresentedCertificates presented;
    private final Entrances entrances;
    private final SessionCookie cookie;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final RoutingContext routing;

    SessionResource(
            Sessions sessions,
            PresentedCertificates presented,
            Entrances entrances,
            SessionCookie cookie,
            CurrentCaller caller,
            RequestFacts request,
            RoutingContext routing) {
        this.sessions = sessions;
        this.presented = presented;
        this.entrances = entrances;
        this.cookie = cookie;
        this.caller = caller;
        this.request = request;
        this.routing = routing;
    }

    @Override
    @PermitAll
    public io.shomei.api.Entrance getEntrance() {
        boolean cert = request.entrance() == Entrance.CERT;
        return new io.shomei.api.Entrance(
                cert ? io.shomei.api.Entrance.EntranceEnum.CERT : io.shomei.api.Entrance.EntranceEnum.PORTAL,
                entrances.portalUrl(),
                entrances.certUrl(),
                cert ? diagnosis() : null);
    }

    @Override
    @PermitAll
    public OpenedSession openSession(LogIn body) {
        // Log-in by ID and password belongs to policies that list it; none does at this entrance.
        if (request.entrance() != Entrance.CERT || body.loginId() != null || body.password() != null) {
            throw LOG_IN_METHOD_OFF.because("");
        }
        Sessions.Opened opened = sessions.openWithCertificate(RequestFacts.of(routing));
        cookie.set(opened.token());
        Sessions.View view = opened.view();
        return new OpenedSession(
                SessionState.ACTIVE,
                opened.token(),
                view.openedAt(),
                view.policy().session().idleTimeout().toString(),
                account(view),
                certificate(view.certificate()),
                previous(view.previous()));
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public Session getSession() {
        Sessions.View view = sessions.view(caller.get());
        return new Session(
                SessionState.ACTIVE,
                view.openedAt(),
                view.policy().session().idleTimeout().toString(),
                account(view),
                certificate(view.certificate()),
                previous(view.previous()));
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public void closeSession() {
        sessions.close(caller.get());
        cookie.clear();
    }

    private PresentedCertificate diagnosis() {
        Optional<X509Certificate> shown = request.presentedCertificate();
        Diagnosis found = presented.diagnose(shown);
        CertificateDiagnosis code = code(found);
        Language language = request.language();
        X509Certificate certificate = shown.orElse(null);
        Optional<CertificateDer> der = der(certificate);
        return new PresentedCertificate(
                code,
                DIAGNOSES.get(language, code.value()),
                DIAGNOSES.find(language, code.value() + ".advice").orElse(null),
                der.map(CertificateDer::subjectText).orElse(null),
                der.map(CertificateDer::issuerText).orElse(null),
                der.map(CertificateDer::serialHex).orElse(null),
                der.map(CertificateDer::notBefore).orElse(null),
                der.map(CertificateDer::notAfter).orElse(null),
                der.map(each -> HexFormat.of().withUpperCase().formatHex(each.sha256Fingerprint()))
                        .orElse(null),
                found instanceof Diagnosis.Good good ? good.account().name() : null);
    }

    private static CertificateDiagnosis code(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.Good good -> CertificateDiagnosis.M_CERT_OK;
            case Diagnosis.None none -> CertificateDiagnosis.M_CERT_NONE;
            case Diagnosis.Foreign foreign -> CertificateDiagnosis.M_CERT_FOREIGN;
            case Diagnosis.Expired expired -> CertificateDiagnosis.M_CERT_EXPIRED;
            case Diagnosis.NotYetValid early -> CertificateDiagnosis.M_CERT_NOT_YET;
            case Diagnosis.Revoked revoked -> CertificateDiagnosis.M_CERT_REVOKED;
            case Diagnosis.WithoutAccount nobodys -> CertificateDiagnosis.M_CERT_NO_ACCOUNT;
        };
    }

    private static io.shomei.api.Account account(Sessions.View view) {
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

    private static @Nullable SessionCertificate certificate(@Nullable Certificate certificate) {
        return certificate == null
                ? null
                : new SessionCertificate(certificate.serial().hex(), certificate.subjectDn(), certificate.notAfter());
    }

    private static @Nullable PreviousLogIn previous(@Nullable SessionRow previous) {
        return previous == null ? null : new PreviousLogIn(previous.openedAt(), previous.address());
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
