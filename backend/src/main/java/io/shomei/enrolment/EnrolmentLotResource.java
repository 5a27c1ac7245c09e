package io.shomei.enrolment;

import io.shomei.api.EnrolmentDelivery;
import io.shomei.api.EnrolmentLotApi;
import io.shomei.api.EnrolmentState;
import io.shomei.api.LotCollection;
import io.shomei.api.LotContent;
import io.shomei.api.P12Profile;
import io.shomei.pki.Pkcs12;
import io.shomei.web.Downloads;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.core.Response;

@RunOnVirtualThread
@PermitAll
class EnrolmentLotResource implements EnrolmentLotApi {
    private final EnrolmentLots lots;
    private final HolderKeyFiles files;
    private final RequestFacts request;

    EnrolmentLotResource(EnrolmentLots lots, HolderKeyFiles files, RequestFacts request) {
        this.lots = lots;
        this.files = files;
        this.request = request;
    }

    @Override
    public io.shomei.api.EnrolmentLot getEnrolmentLot(String token) {
        EnrolmentLots.View view = lots.view(token);
        EnrolmentLot lot = view.lot();
        return new io.shomei.api.EnrolmentLot(
                LotContent.valueOf(view.content().name()),
                EnrolmentDelivery.valueOf(lot.delivery().name()),
                EnrolmentState.valueOf(view.state().name()),
                lot.deadline(),
                lot.of(view.content()).at(),
                view.count(),
                lot.administrator().name(),
                view.tenant().nameJa(),
                view.tenant().nameEn(),
                view.content() == EnrolmentLot.Content.PINS
                        ? null
                        : P12Profile.valueOf(files.proposed(lot.tenant()).name()));
    }

    @Override
    public Response collectEnrolmentLot(String token, LotCollection body, String idempotencyKey) {
        EnrolmentLots.View view = lots.view(token);
        Receipt receipt = Receipt.of(idempotencyKey);
        HolderEnrolments.Origin origin = new HolderEnrolments.Origin(request.address(), request.requestId());
        Pkcs12.Profile profile = body.p12Profile() == null
                ? files.proposed(view.lot().tenant())
                : Pkcs12.Profile.valueOf(body.p12Profile().name());
        lots.collect(view, receipt, origin);
        String name = view.content() == EnrolmentLot.Content.PINS ? "accesspin.zip" : "client.zip";
        return Downloads.stream("application/zip", name, out -> lots.write(view, profile, receipt, origin, out));
    }
}
