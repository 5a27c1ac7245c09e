package io.shomei.bundle;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;

import io.shomei.api.BundleApi;
import io.shomei.api.BundleRequest;
import io.shomei.api.HandOutLot;
import io.shomei.api.HandOutLotRequest;
import io.shomei.api.PasswordsRequest;
import io.shomei.audit.AuditOperation;
import io.shomei.enrolment.HandOuts;
import io.shomei.kernel.Caller;
import io.shomei.pki.Pkcs12;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_ADMINISTRATOR)
class BundleResource implements BundleApi {
    private final Bundles bundles;
    private final HandOutLots lots;
    private final CurrentCaller caller;
    private final RequestFacts request;

    BundleResource(Bundles bundles, HandOutLots lots, CurrentCaller caller, RequestFacts request) {
        this.bundles = bundles;
        this.lots = lots;
        this.caller = caller;
        this.request = request;
    }

    @Override
    public Response downloadBundle(@Nullable String p12Profile) {
        return archive(bundles.all(caller.get()), p12Profile);
    }

    @Override
    public Response downloadSelectedBundle(BundleRequest body) {
        return archive(
                bundles.selected(caller.get(), body.certificates(), request.language()),
                body.p12Profile() == null ? null : body.p12Profile().value());
    }

    @Override
    public Response downloadPasswords() {
        return passwords(bundles.all(caller.get()));
    }

    @Override
    public Response downloadSelectedPasswords(PasswordsRequest body) {
        return passwords(bundles.selected(caller.get(), body.certificates(), request.language()));
    }

    @Override
    public HandOutLot handOutSelection(HandOutLotRequest body) {
        HandOutLots.Lot lot = lots.make(caller.get(), body.certificates(), request.language());
        return new HandOutLot(lot.id().toString(), lot.links(), lot.deadline());
    }

    @Override
    public Response downloadHandOutLinks(String id) {
        return told(id, AuditOperation.HANDOUT_LINKS, HandOuts.Made::url, "_links.csv");
    }

    @Override
    public Response downloadHandOutPins(String id) {
        return told(id, AuditOperation.HANDOUT_PINS, HandOuts.Made::secret, "_pins.csv");
    }

    private Response told(String lot, AuditOperation operation, Function<HandOuts.Made, String> told, String file) {
        Caller by = caller.get();
        List<HandOuts.Made> made = lots.tell(by, lot, operation);
        return Downloads.stream(
                "text/csv;charset=us-ascii",
                bundles.prefix(by.tenant()) + file,
                out -> HandOutLots.write(made, told, out));
    }

    private Response archive(Bundles.Content content, @Nullable String wanted) {
        Caller by = caller.get();
        Pkcs12.Profile profile = wanted == null
                ? bundles.proposed(by.tenant())
                : Pkcs12.Profile.valueOf(wanted.toUpperCase(Locale.ROOT));
        bundles.tell(by, AuditOperation.BUNDLE_DOWNLOAD, content, profile);
        return Downloads.stream(
                "application/zip",
                bundles.prefix(by.tenant()) + "_certificate.zip",
                out -> bundles.write(content, profile, out));
    }

    private Response passwords(Bundles.Content content) {
        Caller by = caller.get();
        bundles.tell(by, AuditOperation.BUNDLE_PASSWORDS, content, null);
        return Downloads.stream(
                "text/csv;charset=us-ascii",
                bundles.prefix(by.tenant()) + "_pwlist.csv",
                out -> bundles.writePasswords(content, out));
    }
}
