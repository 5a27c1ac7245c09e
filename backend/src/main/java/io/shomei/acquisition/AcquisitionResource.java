package io.shomei.acquisition;

import io.shomei.api.Acquisition;
import io.shomei.api.AcquisitionApi;
import io.shomei.api.AcquisitionRequest;
import io.shomei.api.EnrolmentState;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;

@RunOnVirtualThread
@PermitAll
class AcquisitionResource implements AcquisitionApi {
    private final Acquisitions acquisitions;
    private final AcquisitionCollections collections;
    private final RequestFacts request;
    private final RoutingContext routing;

    AcquisitionResource(
            Acquisitions acquisitions,
            AcquisitionCollections collections,
            RequestFacts request,
            RoutingContext routing) {
        this.acquisitions = acquisitions;
        this.collections = collections;
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
}
