package io.shomei.acquisition;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.api.CertificateStatus;
import io.shomei.api.DeskReproof;
import io.shomei.api.KeyAlgorithm;
import io.shomei.api.OwnCertificate;
import io.shomei.api.OwnCertificateApi;
import io.shomei.api.OwnCertificateLine;
import io.shomei.api.OwnCertificates;
import io.shomei.api.OwnConfirmation;
import io.shomei.api.OwnConfirmationRequest;
import io.shomei.api.OwnIssuance;
import io.shomei.api.OwnIssuanceRequest;
import io.shomei.api.OwnRenewal;
import io.shomei.api.OwnRenewalBegun;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Reproof;
import io.shomei.revocation.RevocationRights;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
class OwnCertificateResource implements OwnCertificateApi {
    private final OwnRenewals renewals;
    private final OwnIssuances issuances;
    private final Authorities authorities;
    private final CurrentCaller caller;
    private final Policies policies;
    private final InstantSource clock;

    OwnCertificateResource(
            OwnRenewals renewals,
            OwnIssuances issuances,
            Authorities authorities,
            CurrentCaller caller,
            Policies policies,
            InstantSource clock) {
        this.renewals = renewals;
        this.issuances = issuances;
        this.authorities = authorities;
        this.caller = caller;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public OwnCertificates getOwnCertificate() {
        OwnIssuances.View view = issuances.view(caller.get());
        CertificateId present = view.present() == null ? null : view.present().id();
        return new OwnCertificates(
                view.certificates().stream().map(each -> line(each, present)).toList(), offer(view));
    }

    @Override
    public OwnIssuance issueOwnCertificate(OwnIssuanceRequest body) {
        OwnIssuances.Issued issued = issuances.issue(caller.get(), body.csr(), body.reproof());
        Certificate certificate = issued.certificate();
        Certificate renewed = issued.renewed();
        return new OwnIssuance(
                CertificateDer.ofDer(certificate.der()).pem(),
                authorities.chainOf(certificate.authority()).stream()
                        .map(each -> each.certificate().pem())
                        .toList(),
                certificate.serial().hex(),
                certificate.subjectDn(),
                certificate.commonName(),
                part(certificate, AttributeType.OU),
                part(certificate, AttributeType.O),
                certificate.notAfter(),
                LogInSubjects.fileName(issued.account()),
                issued.friendlyName(),
                renewed == null ? null : renewed.serial().hex(),
                issued.supersedes());
    }

    @Override
    public OwnConfirmation confirmOwnCertificate(OwnConfirmationRequest body) {
        OwnIssuances.Confirmed confirmed = issuances.confirm(caller.get(), body.serial());
        return new OwnConfirmation(
                line(confirmed.certificate(), confirmed.present()),
                confirmed.superseded().stream()
                        .map(each -> line(each, confirmed.present()))
                        .toList());
    }

    @Override
    public OwnRenewal getOwnRenewal() {
        OwnRenewals.View view = renewals.view(caller.get());
        return switch (view.offer()) {
            case RenewalOffer.Open(RenewalOffer.Why why) ->
                new OwnRenewal(
                        OwnRenewal.StateEnum.OPEN,
                        OwnRenewal.WhyEnum.valueOf(why.name()),
                        null,
                        certificate(view.certificate()));
            case RenewalOffer.NotYet early ->
                new OwnRenewal(OwnRenewal.StateEnum.NOT_YET, null, early.opensAt(), certificate(view.certificate()));
            case RenewalOffer.NotOffered none ->
                new OwnRenewal(OwnRenewal.StateEnum.NOT_OFFERED, null, null, certificate(view.certificate()));
        };
    }

    @Override
    public OwnRenewalBegun beginOwnRenewal() {
        AccountEnrolments.Begun begun = renewals.begin(caller.get());
        return new OwnRenewalBegun(
                begun.token(), begun.pin().value(), begun.pin().lapsesAt());
    }

    private static io.shomei.api.OwnIssuanceOffer offer(OwnIssuances.View view) {
        Instant opensAt = switch (view.offer()) {
            case OwnIssuanceOffer.NotYet(Instant from) -> from;
            case OwnIssuanceOffer.CoolingDown(Instant until) -> until;
            default -> null;
        };
        return new io.shomei.api.OwnIssuanceOffer(
                switch (view.offer()) {
                    case OwnIssuanceOffer.Acquire acquire -> io.shomei.api.OwnIssuanceOffer.StateEnum.ACQUIRE;
                    case OwnIssuanceOffer.Renew renew -> io.shomei.api.OwnIssuanceOffer.StateEnum.RENEW;
                    case OwnIssuanceOffer.NotYet early -> io.shomei.api.OwnIssuanceOffer.StateEnum.NOT_YET;
                    case OwnIssuanceOffer.Renewed renewed -> io.shomei.api.OwnIssuanceOffer.StateEnum.RENEWED;
                    case OwnIssuanceOffer.Acquired own -> io.shomei.api.OwnIssuanceOffer.StateEnum.ACQUIRED;
                    case OwnIssuanceOffer.NotEntitled none -> io.shomei.api.OwnIssuanceOffer.StateEnum.NOT_ENTITLED;
                    case OwnIssuanceOffer.CoolingDown wait -> io.shomei.api.OwnIssuanceOffer.StateEnum.COOLING_DOWN;
                    case OwnIssuanceOffer.NotOffered none -> io.shomei.api.OwnIssuanceOffer.StateEnum.NOT_OFFERED;
                },
                opensAt,
                view.offer() instanceof OwnIssuanceOffer.NotOffered
                        ? List.of()
                        : view.keys().stream()
                                .map(key -> KeyAlgorithm.valueOf(key.name()))
                                .toList(),
                view.subject(),
                view.reproof() == Reproof.NONE
                        ? null
                        : DeskReproof.valueOf(view.reproof().name()));
    }

    private OwnCertificateLine line(Certificate certificate, @Nullable CertificateId present) {
        return new OwnCertificateLine(
                certificate.id().toString(),
                certificate.serial().hex(),
                certificate.subjectDn(),
                certificate.commonName(),
                part(certificate, AttributeType.OU),
                part(certificate, AttributeType.O),
                certificate.notBefore(),
                certificate.notAfter(),
                CertificateStatus.valueOf(certificate.statusAt(clock.instant()).name()),
                certificate.id().equals(present),
                certificate.isHandedOut(),
                certificate.firstUsedAt(),
                certificate.isUsableAt(clock.instant())
                        && RevocationRights.revokesOwn(policies.of(certificate.tenant())));
    }

    private static @Nullable String part(Certificate certificate, AttributeType type) {
        return DistinguishedName.parse(certificate.subjectDn()).first(type).orElse(null);
    }

    private static @Nullable OwnCertificate certificate(@Nullable Certificate certificate) {
        return certificate == null
                ? null
                : new OwnCertificate(certificate.serial().hex(), certificate.subjectDn(), certificate.notAfter());
    }
}
