package io.shomei.request;

import static io.shomei.kernel.Role.IS_OFFICER;

import io.shomei.api.CertificateRequest;
import io.shomei.api.IssuedCertificate;
import io.shomei.api.RequestApi;
import io.shomei.issuance.Outcome;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Idempotency;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class RequestResource implements RequestApi {
    private final Requests requests;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;

    RequestResource(Requests requests, Idempotency idempotency, CurrentCaller caller, RequestFacts request) {
        this.requests = requests;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @RolesAllowed(IS_OFFICER)
    public IssuedCertificate createRequest(CertificateRequest body, @Nullable String idempotencyKey) {
        return idempotency.once(
                caller.get(),
                idempotencyKey,
                "createRequest",
                body.toString(),
                IssuedCertificate.class,
                () -> issued(requests.apply(caller.get(), application(body), request.language())));
    }

    private static CsrApplication application(CertificateRequest body) {
        var subscriber = body.subscriber();
        return CsrApplication.ofCsr(
                body.profile(),
                CsrApplication.base64(body.csr()),
                new Subscriber(
                        text(subscriber.name()),
                        text(subscriber.unit()),
                        subscriber.email(),
                        text(subscriber.software())),
                body.dnsNames() == null ? List.of() : body.dnsNames());
    }

    private static IssuedCertificate issued(Outcome.Issued issued) {
        return new IssuedCertificate(
                issued.id().toString(),
                issued.serial().hex(),
                issued.certificate().subject().text(),
                issued.validity().notBefore(),
                issued.validity().notAfter(),
                issued.certificate().pem());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
