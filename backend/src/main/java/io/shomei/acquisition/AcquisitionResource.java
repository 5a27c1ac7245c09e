package io.shomei.acquisition;

import static io.shomei.enrolment.EnrolmentProblem.FORMAT_NOT_OFFERED;

import io.shomei.api.Acquisition;
import io.shomei.api.AcquisitionApi;
import io.shomei.api.AcquisitionRequest;
import io.shomei.api.CollectionFormat;
import io.shomei.api.EnrolmentState;
import io.shomei.api.RenewalInOneRequest;
import io.shomei.enrolment.DeliveredFile;
import io.shomei.enrolment.KeyFileWish;
import io.shomei.pki.Pkcs12;
import io.shomei.web.Downloads;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.Response;
import java.util.Objects;

@RunOnVirtualThread
@PermitAll
class AcquisitionResource implements AcquisitionApi {
    private final Acquisitions acquisitions;
    private final AcquisitionCollections collections;
    private final OneRequestRenewals renewals;
    private final RequestFacts request;
    private final RoutingContext routing;

    AcquisitionResource(
            Acquisitions acquisitions,
            AcquisitionCollections collections,
            OneRequestRenewals renewals,
            RequestFacts request,
            RoutingContext routing) {
        this.acquisitions = acquisitions;
        this.collections = collections;
        this.renewals = renewals;
        this.request = request;
        this.routing = routing;
    }

    @Override
    public Acquisition acquireCertificate(AcquisitionRequest body) {
        var begun = acquisitions.acquire(
                new Acquisitions.Typed(body.loginId(), body.password(), body.acquisitionPassword()),
                RequestFacts.of(routing),
                request.language());
        boolean issuing = begun.isUnderWay();
        return new Acquisition(
                acquisitions.token(begun),
                issuing ? EnrolmentState.ISSUING : EnrolmentState.WAITING,
                issuing ? collections.refresh(begun.tenant()).toSeconds() : null);
    }

    @Override
    public Response renewInOneRequest(RenewalInOneRequest body) {
        DeliveredFile file = renewals.renew(
                RequestFacts.of(routing),
                new OneRequestRenewals.Asked(body.password(), wish(body)),
                request.language());
        return Downloads.bytes(file.mediaType(), file.name(), file.content());
    }

    private static KeyFileWish wish(RenewalInOneRequest body) {
        CollectionFormat format = Objects.requireNonNullElse(body.format(), CollectionFormat.P12);
        return new KeyFileWish(
                switch (format) {
                    case P12 -> KeyFileWish.Form.P12;
                    case MOBILECONFIG -> KeyFileWish.Form.MOBILECONFIG;
                    case PEM, FULLCHAIN, PKCS7 -> throw FORMAT_NOT_OFFERED.because("%s", format);
                },
                body.p12Profile() == null
                        ? null
                        : Pkcs12.Profile.valueOf(body.p12Profile().name()),
                body.target() == null
                        ? null
                        : KeyFileWish.Target.valueOf(body.target().name()));
    }
}
