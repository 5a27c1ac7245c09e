package io.shomei.session;

import static io.shomei.session.SessionProblem.CERTIFICATE_NOT_ACCEPTED;

import io.shomei.certificate.Certificate;
import io.shomei.profile.CertificateKind;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.RequestFacts;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a relying party's proxy whether the client certificate of a device, whose holder has no account, is good: 204 with what the register
 * knows as headers, 401 where it is missing, foreign, expired or revoked, 403 where it is not among those that the proxy asks for. The
 * register is read with each request, so that a revocation holds from the next one on. Log-in certificates count for nothing here: what
 * they are worth says a session.
 */
@ApplicationScoped
class ForwardCertificateResource {
    private static final String PATH = "/auth/forward-certificate";
    private static final String TENANT = "tenant";
    private static final String PROFILE = "profile";

    private final PresentedCertificates presented;
    private final Tenants tenants;
    private final ForwardRoute route;

    ForwardCertificateResource(PresentedCertificates presented, Tenants tenants, ForwardRoute route) {
        this.presented = presented;
        this.tenants = tenants;
        this.route = route;
    }

    void install(@Observes Router router) {
        route.install(router, PATH, this::judge);
    }

    private Map<String, String> judge(RoutingContext context) {
        RequestFacts.Facts request = RequestFacts.of(context);
        Certificate certificate = switch (presented.diagnose(Optional.ofNullable(request.presented()))) {
            case Diagnosis.WithoutAccount(Certificate found) when found.kind() == CertificateKind.CLIENT -> found;
            case Diagnosis.WithoutAccount other -> throw CERTIFICATE_NOT_ACCEPTED.because("");
            case Diagnosis.Good other -> throw CERTIFICATE_NOT_ACCEPTED.because("");
            case Diagnosis.Site other -> throw CERTIFICATE_NOT_ACCEPTED.because("");
            case Diagnosis unusable -> throw unusable.problem().because("");
        };
        Tenant tenant = tenants.get(certificate.tenant());
        requireAmong(context.queryParam(TENANT), tenant.code());
        requireAmong(context.queryParam(PROFILE), certificate.profile());
        tenant.requireActive();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Shomei-Tenant", ForwardRoute.encoded(tenant.code()));
        headers.put("Shomei-Common-Name", ForwardRoute.encoded(certificate.commonName()));
        headers.put("Shomei-Serial", certificate.serial().hex());
        headers.put("Shomei-Certificate", certificate.id().toString());
        headers.put("Shomei-Profile", ForwardRoute.encoded(certificate.profile()));
        return headers;
    }

    /** A proxy that names none takes every one. */
    private static void requireAmong(List<String> accepted, String own) {
        if (!accepted.isEmpty() && !accepted.contains(own)) {
            throw CERTIFICATE_NOT_ACCEPTED.because("");
        }
    }
}
