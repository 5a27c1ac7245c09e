package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.FORMAT_NOT_OFFERED;

import io.shomei.api.CertificateKind;
import io.shomei.api.Collection;
import io.shomei.api.CollectionFormat;
import io.shomei.api.EnrolmentApi;
import io.shomei.api.EnrolmentState;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Role;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Pkcs12;
import io.shomei.pki.Pkcs7;
import io.shomei.web.Downloads;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@RunOnVirtualThread
@PermitAll
class EnrolmentResource implements EnrolmentApi {
    private static final List<CollectionFormat> FORMATS =
            List.of(CollectionFormat.PEM, CollectionFormat.FULLCHAIN, CollectionFormat.PKCS7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Enrolments enrolments;
    private final AccountEnrolments accounts;
    private final Authorities authorities;
    private final RequestFacts request;

    EnrolmentResource(
            Enrolments enrolments, AccountEnrolments accounts, Authorities authorities, RequestFacts request) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.authorities = authorities;
        this.request = request;
    }

    @Override
    public io.shomei.api.Enrolment getEnrolment(String token) {
        Optional<AccountEnrolments.View> ofAccount = accounts.find(token);
        if (ofAccount.isPresent()) {
            return enrolment(ofAccount.get());
        }
        Enrolments.View view = enrolments.view(token);
        Certificate certificate = view.certificate();
        CertificateDer der = CertificateDer.ofDer(certificate.der());
        return new io.shomei.api.Enrolment(
                EnrolmentState.valueOf(view.state().name()),
                view.enrolment().deadline(),
                view.enrolment().collectedAt(),
                CertificateKind.valueOf(certificate.kind().name()),
                certificate.subjectDn(),
                der.dnsNames(),
                certificate.serial().hex(),
                certificate.notAfter(),
                view.tenant().nameJa(),
                view.tenant().nameEn(),
                false,
                view.state() == Enrolment.State.WAITING ? FORMATS : List.of());
    }

    @Override
    public Response collectCertificate(String token, Collection body) {
        Optional<AccountEnrolments.View> ofAccount = accounts.find(token);
        if (ofAccount.isPresent()) {
            return keyFile(ofAccount.get(), token, body);
        }
        if (!FORMATS.contains(body.format())) {
            throw FORMAT_NOT_OFFERED.because("%s", body.format());
        }
        ZoneId zone = enrolments.view(token).tenant().timeZone();
        Certificate certificate = enrolments.collect(token, request.address(), request.requestId());
        CertificateDer der = CertificateDer.ofDer(certificate.der());
        String name = certificate.commonName() + "_"
                + DAY.format(certificate.notAfter().atZone(zone));
        return switch (body.format()) {
            case PEM -> Downloads.text("application/x-pem-file", name + ".cer", der.pem());
            case FULLCHAIN ->
                Downloads.text(
                        "application/x-pem-file",
                        name + "_fullchain.pem",
                        authorities.chainPem(der, certificate.authority()));
            case PKCS7 -> Downloads.bytes("application/pkcs7-mime", name + ".p7b", pkcs7(der, certificate));
            case P12 -> throw FORMAT_NOT_OFFERED.because("%s", body.format());
        };
    }

    private Response keyFile(AccountEnrolments.View view, String token, Collection body) {
        if (body.format() != CollectionFormat.P12) {
            throw FORMAT_NOT_OFFERED.because("%s", body.format());
        }
        Pkcs12.Profile profile =
                body.p12Profile() == Collection.P12ProfileEnum.COMPAT ? Pkcs12.Profile.COMPAT : Pkcs12.Profile.MODERN;
        byte[] file = accounts.collect(view, token, body.secret(), profile, request.address(), request.requestId());
        return Downloads.bytes("application/x-pkcs12", view.account().name() + ".p12", file);
    }

    private static io.shomei.api.Enrolment enrolment(AccountEnrolments.View view) {
        AccountEnrolment enrolment = view.enrolment();
        CertificateKind kind =
                view.account().role() == Role.OPERATOR ? CertificateKind.OPERATOR : CertificateKind.OFFICER;
        return new io.shomei.api.Enrolment(
                EnrolmentState.valueOf(view.state().name()),
                enrolment.deadline(),
                enrolment.collectedAt(),
                kind,
                LogInCertificates.subject(view.account(), view.tenant()).text(),
                List.of(),
                null,
                null,
                view.tenant().nameJa(),
                view.tenant().nameEn(),
                true,
                view.state() == Enrolment.State.WAITING ? List.of(CollectionFormat.P12) : List.of());
    }

    private byte[] pkcs7(CertificateDer leaf, Certificate certificate) {
        return Pkcs7.certsOnly(Stream.concat(
                        Stream.of(leaf),
                        authorities.chainOf(certificate.authority()).stream().map(each -> each.certificate()))
                .toList());
    }
}
