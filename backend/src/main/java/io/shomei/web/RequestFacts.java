package io.shomei.web;

import io.shomei.kernel.Language;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the edge knows of the request in hand, whoever asks: its id, where it came from and what was presented. */
@ApplicationScoped
public class RequestFacts {
    static final String KEY = "shomei.request";
    /** Header of a request the page makes by itself; it does not keep a session from going idle. */
    static final String PASSIVE_HEADER = "X-Shomei-Passive";

    private final RoutingContext context;

    RequestFacts(RoutingContext context) {
        this.context = context;
    }

    public String requestId() {
        return facts().requestId();
    }

    public String address() {
        return facts().address();
    }

    public Language language() {
        return Language.accepted(context.request().getHeader("Accept-Language"));
    }

    public Entrance entrance() {
        return facts().entrance();
    }

    /** The client certificate of the TLS connection, or of the trusted proxy's header (RFC 9440); on the cert entrance only. */
    public Optional<X509Certificate> presentedCertificate() {
        return Optional.ofNullable(facts().presented());
    }

    /** Whether a page made this request by itself, such as polling: it does not extend the session. */
    public boolean isPassive() {
        return context.request().getHeader(PASSIVE_HEADER) != null;
    }

    private Facts facts() {
        return context.get(KEY);
    }

    record Facts(String requestId, String address, Entrance entrance, @Nullable X509Certificate presented) {}
}
