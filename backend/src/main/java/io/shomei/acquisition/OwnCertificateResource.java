package io.shomei.acquisition;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.api.OwnCertificate;
import io.shomei.api.OwnCertificateApi;
import io.shomei.api.OwnRenewal;
import io.shomei.api.OwnRenewalBegun;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
class OwnCertificateResource implements OwnCertificateApi {
    private final OwnRenewals renewals;
    private final CurrentCaller caller;

    OwnCertificateResource(OwnRenewals renewals, CurrentCaller caller) {
        this.renewals = renewals;
        this.caller = caller;
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

    private static @Nullable OwnCertificate certificate(@Nullable Certificate certificate) {
        return certificate == null
                ? null
                : new OwnCertificate(certificate.serial().hex(), certificate.subjectDn(), certificate.notAfter());
    }
}
