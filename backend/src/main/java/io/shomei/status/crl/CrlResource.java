package io.shomei.status.crl;

import io.shomei.api.CrlList;
import io.shomei.api.StatusApi;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;

@RunOnVirtualThread
class CrlResource implements StatusApi {
    private final CrlPublisher publisher;

    CrlResource(CrlPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    @PermitAll
    public CrlList listCrls() {
        return new CrlList(publisher.all().stream().map(CrlResource::crl).toList());
    }

    private static io.shomei.api.Crl crl(Crl crl) {
        return new io.shomei.api.Crl(crl.authority(), crl.number(), crl.thisUpdate(), crl.nextUpdate(), crl.entries());
    }
}
