package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_UNKNOWN;
import static io.shomei.enrolment.EnrolmentProblem.FORMAT_NOT_OFFERED;

import io.quarkus.arc.All;
import io.shomei.api.BrowserCertificate;
import io.shomei.api.BrowserIssuance;
import io.shomei.api.CertificateKind;
import io.shomei.api.Collection;
import io.shomei.api.CollectionFormat;
import io.shomei.api.EnrolmentApi;
import io.shomei.api.EnrolmentDelivery;
import io.shomei.api.EnrolmentState;
import io.shomei.api.KeyAlgorithm;
import io.shomei.api.P12Profile;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Role;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Pkcs12;
import io.shomei.pki.Pkcs7;
import io.shomei.policy.Policies;
import io.shomei.profile.Delivery;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.web.Downloads;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@RunOnVirtualThread
@PermitAll
class EnrolmentResource implements EnrolmentApi {
    private static final List<CollectionFormat> FORMATS =
            List.of(CollectionFormat.PEM, CollectionFormat.FULLCHAIN, CollectionFormat.PKCS7);

    private final Enrolments enrolments;
    private final AccountEnrolments accounts;
    private final HolderEnrolments holders;
    private final BrowserEnrolments browsers;
    private final HandOuts handOuts;
    private final HolderKeyFiles files;
    private final List<FurtherEnrolments> further;
    private final Profiles profiles;
    private final Authorities authorities;
    private final Policies policies;
    private final RequestFacts request;

    EnrolmentResource(
            Enrolments enrolments,
            AccountEnrolments accounts,
            HolderEnrolments holders,
            BrowserEnrolments browsers,
            HandOuts handOuts,
            HolderKeyFiles files,
            @All List<FurtherEnrolments> further,
            Profiles profiles,
            Authorities authorities,
            Policies policies,
            RequestFacts request) {
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.holders = holders;
        this.browsers = browsers;
        this.handOuts = handOuts;
        this.files = files;
        this.further = List.copyOf(further);
        this.profiles = profiles;
        this.authorities = authorities;
        this.policies = policies;
        this.request = request;
    }

    @Override
    public io.shomei.api.Enrolment getEnrolment(String token) {
        Optional<AccountEnrolments.View> ofAccount = accounts.find(token);
        if (ofAccount.isPresent()) {
            return enrolment(ofAccount.get());
        }
        Optional<HolderEnrolments.View> ofHolder = holders.find(token);
        if (ofHolder.isPresent()) {
            return enrolment(ofHolder.get());
        }
        Optional<HandOuts.View> handedOut = handOuts.find(token);
        if (handedOut.isPresent()) {
            return enrolment(handedOut.get());
        }
        Optional<FurtherEnrolments.One> other = further(token);
        if (other.isPresent()) {
            return enrolment(other.get().shown());
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
                view.state() == Enrolment.State.WAITING ? FORMATS : List.of(),
                null,
                EnrolmentDelivery.CERTIFICATE,
                null,
                null,
                List.of(),
                keyboard(view.tenant()),
                false);
    }

    @Override
    public Response collectCertificate(String token, Collection body, String idempotencyKey) {
        Optional<AccountEnrolments.View> ofAccount = accounts.find(token);
        if (ofAccount.isPresent()) {
            return keyFile(ofAccount.get(), token, body);
        }
        Optional<HolderEnrolments.View> ofHolder = holders.find(token);
        if (ofHolder.isPresent()) {
            return keyFile(ofHolder.get(), body, Receipt.of(idempotencyKey));
        }
        Optional<HandOuts.View> handedOut = handOuts.find(token);
        if (handedOut.isPresent()) {
            return handedOut(handedOut.get(), body, Receipt.of(idempotencyKey));
        }
        Optional<FurtherEnrolments.One> other = further(token);
        if (other.isPresent()) {
            return keyFile(other.get(), body);
        }
        ZoneId zone = enrolments.view(token).tenant().timeZone();
        if (!FORMATS.contains(body.format())) {
            throw FORMAT_NOT_OFFERED.because("%s", body.format());
        }
        Certificate certificate = enrolments.collect(token, request.address(), request.requestId());
        CertificateDer der = CertificateDer.ofDer(certificate.der());
        String name = certificate.fileName(zone);
        return switch (body.format()) {
            case PEM -> Downloads.text("application/x-pem-file", name + ".cer", der.pem());
            case FULLCHAIN ->
                Downloads.text(
                        "application/x-pem-file",
                        name + "_fullchain.pem",
                        authorities.chainPem(der, certificate.authority()));
            case PKCS7 -> Downloads.bytes("application/pkcs7-mime", name + ".p7b", pkcs7(der, certificate));
            case P12, MOBILECONFIG -> throw FORMAT_NOT_OFFERED.because("%s", body.format());
        };
    }

    @Override
    public BrowserCertificate issueToBrowser(String token, BrowserIssuance body) {
        HolderEnrolments.View view = holders.find(token).orElseThrow(() -> ENROLMENT_UNKNOWN.because(""));
        HolderEnrolment enrolment = browsers.issue(view, token, body.secret(), body.csr(), origin());
        HolderEnrolment.Issued issued = Objects.requireNonNull(enrolment.issued());
        return new BrowserCertificate(
                CertificateDer.ofDer(issued.der()).pem(),
                authorities.chainOf(issued.authority()).stream()
                        .map(each -> each.certificate().pem())
                        .toList(),
                issued.serial().hex(),
                enrolment.fileName());
    }

    private Optional<FurtherEnrolments.One> further(String token) {
        return further.stream().flatMap(each -> each.find(token).stream()).findFirst();
    }

    private Response keyFile(HolderEnrolments.View view, Collection body, Receipt receipt) {
        HolderEnrolment enrolment = view.enrolment();
        if (body.format() != CollectionFormat.P12 || enrolment.delivery() == Delivery.BROWSER) {
            throw FORMAT_NOT_OFFERED.because("%s", body.format());
        }
        Pkcs12.Profile profile = wish(body).protection(files.proposed(enrolment.tenant()));
        byte[] file = holders.collect(view, body.secret(), profile, receipt, origin());
        return Downloads.bytes("application/x-pkcs12", HolderKeyFiles.name(enrolment), file);
    }

    private Response handedOut(HandOuts.View view, Collection body, Receipt receipt) {
        if (!formats(view).contains(body.format())) {
            throw FORMAT_NOT_OFFERED.because("%s", body.format());
        }
        return delivered(handOuts.collect(view, body.secret(), wish(body), receipt, origin()));
    }

    private List<CollectionFormat> formats(HandOuts.View view) {
        return handOuts.offersProfiles(view)
                ? List.of(CollectionFormat.P12, CollectionFormat.MOBILECONFIG)
                : List.of(CollectionFormat.P12);
    }

    private HolderEnrolments.Origin origin() {
        return new HolderEnrolments.Origin(request.address(), request.requestId());
    }

    private Response keyFile(AccountEnrolments.View view, String token, Collection body) {
        if (body.format() != CollectionFormat.P12) {
            throw FORMAT_NOT_OFFERED.because("%s", body.format());
        }
        Pkcs12.Profile profile = wish(body).protection(Pkcs12.Profile.MODERN);
        byte[] file = accounts.collect(view, token, body.secret(), profile, request.address(), request.requestId());
        return Downloads.bytes("application/x-pkcs12", view.account().name() + ".p12", file);
    }

    private static Response keyFile(FurtherEnrolments.One other, Collection body) {
        return delivered(other.collect(body.secret() == null ? "" : body.secret(), wish(body)));
    }

    private static Response delivered(DeliveredFile file) {
        return Downloads.bytes(file.mediaType(), file.name(), file.content());
    }

    private static KeyFileWish wish(Collection body) {
        KeyFileWish.Form form = switch (body.format()) {
            case P12 -> KeyFileWish.Form.P12;
            case MOBILECONFIG -> KeyFileWish.Form.MOBILECONFIG;
            case PEM, FULLCHAIN, PKCS7 -> throw FORMAT_NOT_OFFERED.because("%s", body.format());
        };
        return new KeyFileWish(
                form,
                body.p12Profile() == null
                        ? null
                        : Pkcs12.Profile.valueOf(body.p12Profile().name()),
                body.target() == null
                        ? null
                        : KeyFileWish.Target.valueOf(body.target().name()));
    }

    private io.shomei.api.Enrolment enrolment(FurtherEnrolments.Shown shown) {
        FurtherEnrolments.Issued issued = shown.issued();
        Duration refresh = shown.refresh();
        return new io.shomei.api.Enrolment(
                EnrolmentState.valueOf(shown.state().name()),
                shown.deadline(),
                issued == null ? null : issued.collectedAt(),
                CertificateKind.valueOf(shown.kind().name()),
                shown.subjectDn(),
                List.of(),
                issued == null ? null : issued.serial().hex(),
                issued == null ? null : issued.notAfter(),
                shown.tenant().nameJa(),
                shown.tenant().nameEn(),
                true,
                shown.forms().stream()
                        .map(form -> CollectionFormat.valueOf(form.name()))
                        .toList(),
                refresh == null ? null : refresh.toSeconds(),
                EnrolmentDelivery.P12,
                shown.fileName(),
                P12Profile.valueOf(shown.proposed().name()),
                List.of(),
                keyboard(shown.tenant()),
                false);
    }

    private io.shomei.api.Enrolment enrolment(AccountEnrolments.View view) {
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
                view.state() == Enrolment.State.WAITING ? List.of(CollectionFormat.P12) : List.of(),
                null,
                EnrolmentDelivery.P12,
                view.account().name(),
                P12Profile.MODERN,
                List.of(),
                keyboard(view.tenant()),
                false);
    }

    private io.shomei.api.Enrolment enrolment(HolderEnrolments.View view) {
        HolderEnrolment enrolment = view.enrolment();
        Profile profile = profiles.get(enrolment.profile());
        HolderEnrolment.Issued issued = enrolment.issued();
        boolean browser = enrolment.delivery() == Delivery.BROWSER;
        return new io.shomei.api.Enrolment(
                EnrolmentState.valueOf(view.state().name()),
                enrolment.deadline(),
                enrolment.collected().at(),
                CertificateKind.valueOf(profile.kind().name()),
                enrolment.subjectDn(),
                List.of(),
                issued == null ? null : issued.serial().hex(),
                issued == null ? null : issued.notAfter(),
                view.tenant().nameJa(),
                view.tenant().nameEn(),
                true,
                view.state() == Enrolment.State.WAITING && !browser ? List.of(CollectionFormat.P12) : List.of(),
                null,
                EnrolmentDelivery.valueOf(enrolment.delivery().name()),
                enrolment.fileName(),
                P12Profile.valueOf(files.proposed(enrolment.tenant()).name()),
                browser
                        ? profile.keys().stream()
                                .map(key -> KeyAlgorithm.valueOf(key.name()))
                                .toList()
                        : List.of(),
                keyboard(view.tenant()),
                false);
    }

    private io.shomei.api.Enrolment enrolment(HandOuts.View view) {
        HandOut handOut = view.handOut();
        Certificate certificate = view.certificate();
        return new io.shomei.api.Enrolment(
                EnrolmentState.valueOf(view.state().name()),
                handOut.deadline(),
                handOut.collected().at(),
                CertificateKind.valueOf(certificate.kind().name()),
                certificate.subjectDn(),
                List.of(),
                certificate.serial().hex(),
                certificate.notAfter(),
                view.tenant().nameJa(),
                view.tenant().nameEn(),
                true,
                view.state() == Enrolment.State.WAITING ? formats(view) : List.of(),
                null,
                EnrolmentDelivery.P12,
                certificate.commonName(),
                P12Profile.valueOf(handOuts.proposed(view).name()),
                List.of(),
                keyboard(view.tenant()),
                true);
    }

    private boolean keyboard(Tenant tenant) {
        return policies.of(tenant.id()).auth().softwareKeyboard();
    }

    private byte[] pkcs7(CertificateDer leaf, Certificate certificate) {
        return Pkcs7.certsOnly(authorities.chainOf(leaf, certificate.authority()));
    }
}
