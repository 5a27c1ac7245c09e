package io.shomei.web;

import io.shomei.kernel.Language;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the edge knows of the request in hand, whoever asks: its id, where it came from and what was presented. */
@ApplicationScoped
public class RequestFacts {
    private static final String KEY = "shomei.request";
    private static final String SESSION = "/api/v1/session";
    /** Header of a request the page makes by itself; it does not keep a session from going idle. */
    private static final String PASSIVE_HEADER = "X-Shomei-Passive";

    private final RoutingContext context;

    RequestFacts(RoutingContext context) {
        this.context = context;
    }

    /**
     * What was found out when the request came in.
     *
     * @param presented the client certificate of the TLS connection, or of the trusted proxy's header (RFC 9440); only on
     *     the cert entrance
     * @param passive whether a page made this request by itself, such as polling: it does not extend the session
     * @param leaving whether it asks for nothing but the end of its session, which nobody is kept from
     */
    public record Facts(
            String requestId,
            String address,
            Entrance entrance,
            @Nullable X509Certificate presented,
            boolean passive,
            boolean leaving) {

        Facts(
                String requestId,
                String address,
                Entrance entrance,
                @Nullable X509Certificate presented,
                RoutingContext in) {
            this(requestId, address, entrance, presented, isPassive(in), isLeaving(in));
        }

        private static boolean isLeaving(RoutingContext in) {
            return in.request().method().equals(HttpMethod.DELETE)
                    && in.normalizedPath().equals(SESSION);
        }

        /** A browser opens a stream of events again by itself, and cannot be told to add a header. */
        private static boolean isPassive(RoutingContext in) {
            String accepted = in.request().getHeader("Accept");
            return in.request().getHeader(PASSIVE_HEADER) != null
                    || (accepted != null && accepted.contains("text/event-stream"));
        }

        void keep(RoutingContext context) {
            context.put(KEY, this);
        }
    }

    /** The facts of a request whose routing context is at hand. */
    public static Facts of(RoutingContext context) {
        return Objects.requireNonNull(context.get(KEY), "the request did not pass the edge");
    }

    static boolean areKnown(RoutingContext context) {
        return context.get(KEY) != null;
    }

    /** Whether whoever asked has gone before the answer was written. */
    boolean isAbandoned() {
        return context.response().closed();
    }

    public String requestId() {
        return of(context).requestId();
    }

    public String address() {
        return of(context).address();
    }

    public Entrance entrance() {
        return of(context).entrance();
    }

    public Optional<X509Certificate> presentedCertificate() {
        return Optional.ofNullable(of(context).presented());
    }

    public Language language() {
        return Language.accepted(context.request().getHeader("Accept-Language"));
    }
}
