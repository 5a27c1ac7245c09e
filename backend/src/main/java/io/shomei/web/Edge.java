package io.shomei.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jboss.logmanager.MDC;
import org.jspecify.annotations.Nullable;

/** The first handler of every request: gives it an id, finds out where it came from, and sets the headers of every answer. */
@ApplicationScoped
class Edge {
    /** Before every route of the framework, its body limit included. */
    private static final int FIRST = Integer.MIN_VALUE;

    private static final long MAX_UPLOAD_BYTES = (64L << 20) + (64 << 10);
    private static final long MAX_BODY_BYTES = 1L << 20;
    /** Where files are taken. */
    private static final Set<String> UPLOADS = Set.of(
            "/api/v1/request-files",
            "/api/v1/revocations",
            "/api/v1/institution-files",
            "/api/v1/institution-files/check");

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private final Entrances entrances;
    private final Ids ids;
    private final ProblemDocuments problems;
    private final List<AddressRange> trustedProxies;
    private final List<AddressRange> metricsReaders;

    Edge(Entrances entrances, Ids ids, ProblemDocuments problems, WebConfig config) {
        this.entrances = entrances;
        this.ids = ids;
        this.problems = problems;
        this.trustedProxies = config.trustedProxies().orElse(List.of()).stream()
                .map(AddressRange::parse)
                .toList();
        this.metricsReaders =
                config.metricsReaders().stream().map(AddressRange::parse).toList();
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (RequestFacts.areKnown(context)) {
            // The address of a page, on its second way through the routes.
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Entrance entrance = entrances.of(request);
        boolean trusted = isIn(trustedProxies, peer(request));
        String address = address(request, trusted);
        String id = ids.next().toString();
        new RequestFacts.Facts(id, address, entrance, presented(request, entrance, trusted), context).keep(context);
        MDC.put("requestId", id);
        headers(context.response(), entrance, context.normalizedPath(), id);
        WebProblem refusal = refusal(request, context.normalizedPath(), entrance, address);
        if (refusal == null) {
            context.next();
        } else if (refusal == WebProblem.TLS_REQUIRED && request.method().equals(HttpMethod.GET) && !isApi(context)) {
            // A person who typed the address without https.
            context.response()
                    .setStatusCode(308)
                    .putHeader("Location", entrances.portalUrl() + context.normalizedPath())
                    .end();
        } else {
            refuse(context, refusal, id);
        }
    }

    private @Nullable WebProblem refusal(HttpServerRequest request, String path, Entrance entrance, String address) {
        // Who asks through a proxy on this machine is not of this machine.
        if (path.startsWith("/q/metrics") && !isIn(metricsReaders, address)) {
            return WebProblem.NOT_HERE;
        }
        if (entrance == Entrance.HTTP && !isPlain(path)) {
            return WebProblem.TLS_REQUIRED;
        }
        if (speaksForItself(path)) {
            return null;
        }
        // A compressed body could unpack to any size; nobody needs one.
        if (request.getHeader("Content-Encoding") != null) {
            return WebProblem.COMPRESSED_BODY;
        }
        return isTooLarge(request, path) ? WebProblem.BODY_TOO_LARGE : null;
    }

    private static boolean isApi(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }

    /** What relying parties and operators fetch without TLS. */
    private static boolean isPlain(String path) {
        return path.startsWith("/pki/") || path.startsWith("/q/") || speaksForItself(path);
    }

    /** Protocols that answer to everything in their own words, also to what is too large. */
    private static boolean speaksForItself(String path) {
        return path.equals("/ocsp") || path.startsWith("/ocsp/") || path.equals("/tsa") || path.startsWith("/tsa/");
    }

    private static boolean isTooLarge(HttpServerRequest request, String path) {
        String length = request.getHeader("Content-Length");
        if (length == null) {
            return false;
        }
        String type = request.getHeader("Content-Type");
        boolean upload = request.method().equals(HttpMethod.POST)
                && UPLOADS.contains(path)
                && type != null
                && type.startsWith("multipart/form-data");
        try {
            return Long.parseLong(length) > (upload ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES);
        } catch (NumberFormatException notANumber) {
            return true;
        }
    }

    private void refuse(RoutingContext context, WebProblem refusal, String id) {
        Language language = Language.accepted(context.request().getHeader("Accept-Language"));
        // The rest of a refused body is not read: the connection ends with the answer.
        context.response()
                .setStatusCode(ProblemDocuments.status(refusal.kind()))
                .putHeader("Content-Type", ProblemDocuments.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(problems.json(refusal, language, id));
    }

    private static void headers(HttpServerResponse response, Entrance entrance, String path, String id) {
        response.putHeader("X-Request-Id", id).putHeader("X-Content-Type-Options", "nosniff");
        if (speaksForItself(path)) {
            // What follows is for browsers, which do not come here.
            return;
        }
        response.putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (entrance != Entrance.HTTP) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (path.startsWith("/assets/")) {
            response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else if (!isPlain(path)) {
            response.putHeader("Cache-Control", "no-store");
        }
    }

    private static boolean isIn(List<AddressRange> ranges, String address) {
        return AddressRange.address(address)
                .filter(known -> ranges.stream().anyMatch(range -> range.contains(known)))
                .isPresent();
    }

    private static String peer(HttpServerRequest request) {
        return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
    }

    /**
     * The address nearest to us that no trusted proxy wrote on another's word: the last of X-Forwarded-For. A proxy that adds a line of
     * its own adds it behind those of the client.
     */
    private static String address(HttpServerRequest request, boolean trusted) {
        List<String> lines = trusted ? request.headers().getAll("X-Forwarded-For") : List.of();
        if (!lines.isEmpty()) {
            String last = lines.getLast();
            String address = last.substring(last.lastIndexOf(',') + 1).strip();
            if (AddressRange.address(address).isPresent()) {
                return address;
            }
        }
        return peer(request);
    }

    private static @Nullable X509Certificate presented(HttpServerRequest request, Entrance entrance, boolean trusted) {
        if (entrance != Entrance.CERT) {
            return null;
        }
        if (!trusted) {
            return fromTls(request.sslSession());
        }
        // RFC 9440 2.2: the header comes once. Where there are two, one of them is not the proxy's.
        List<String> headers = request.headers().getAll("Client-Cert");
        return headers.size() == 1 ? fromHeader(headers.getFirst()) : null;
    }

    private static @Nullable X509Certificate fromTls(@Nullable SSLSession session) {
        if (session == null) {
            return null;
        }
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? leaf : null;
        } catch (SSLPeerUnverifiedException nothingPresented) {
            return null;
        }
    }

    /** RFC 9440 2.1: a structured-field byte sequence of the DER; also URL-encoded PEM, which nginx writes by itself. */
    static @Nullable X509Certificate fromHeader(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > 16_384) {
            return null;
        }
        try {
            String value = header.strip();
            byte[] encoded = value.startsWith(":") && value.endsWith(":") && value.length() > 2
                    ? Base64.getDecoder().decode(value.substring(1, value.length() - 1))
                    : URLDecoder.decode(value.replace("+", "%2B"), UTF_8).getBytes(ISO_8859_1);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
