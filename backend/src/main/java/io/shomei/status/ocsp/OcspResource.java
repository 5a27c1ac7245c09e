package io.shomei.status.ocsp;

import io.shomei.pki.OcspError;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * OCSP over HTTP (RFC 6960 A.1), with and without TLS. Whatever comes is answered with 200 and an OCSPResponse. It is a route of its
 * own, because what the frame does for resources costs more than an answer.
 */
@ApplicationScoped
class OcspResource {
    /** Behind the edge, before everything else. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    /** A hundred certificates, and a signature with its chain. */
    private static final int MAX_OCTETS = 64 << 10;

    /** So many are answered at a time; whoever comes on top of them is told to try later. */
    private static final int MOST_AT_ONCE = 5_000;

    private final OcspResponder responder;
    private final InstantSource clock;
    private final Duration maxAge;
    private final AtomicInteger underWay = new AtomicInteger();

    OcspResource(OcspResponder responder, OcspConfig config, InstantSource clock) {
        this.responder = responder;
        this.clock = clock;
        this.maxAge = config.maxAge();
    }

    void install(@Observes Router router) {
        router.route(HttpMethod.POST, "/ocsp").order(ORDER).handler(this::post);
        router.route(HttpMethod.POST, "/ocsp/").order(ORDER).handler(this::post);
        router.route(HttpMethod.GET, "/ocsp/*").order(ORDER).handler(this::get);
    }

    private void get(RoutingContext context) {
        Optional<byte[]> question =
                Optional.ofNullable(context.request().path()).flatMap(OcspPath::question);
        if (question.isPresent()) {
            answer(context, question.get());
        } else {
            write(context, responder.refuse(OcspError.MALFORMED_REQUEST));
        }
    }

    private void post(RoutingContext context) {
        HttpServerRequest request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        Buffer body = Buffer.buffer(256);
        request.handler(chunk -> {
            if (body.length() + chunk.length() <= MAX_OCTETS) {
                body.appendBuffer(chunk);
            } else if (!request.response().ended()) {
                // The rest is not read: the connection ends with the answer.
                request.response().putHeader("Connection", "close");
                write(context, responder.refuse(OcspError.MALFORMED_REQUEST));
            }
        });
        request.endHandler(end -> {
            if (!request.response().ended()) {
                answer(context, body.getBytes());
            }
        });
        request.resume();
    }

    private void answer(RoutingContext context, byte[] question) {
        if (underWay.incrementAndGet() > MOST_AT_ONCE) {
            underWay.decrementAndGet();
            write(context, responder.refuse(OcspError.TRY_LATER));
            return;
        }
        Context loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("ocsp").start(() -> {
            try {
                OcspAnswer answer = responder.answer(question);
                loop.runOnContext(_ -> write(context, answer));
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    private void write(RoutingContext context, OcspAnswer answer) {
        HttpServerResponse response = context.response();
        if (response.closed() || response.ended()) {
            // Whoever asked has gone.
            return;
        }
        response.putHeader("Content-Type", "application/ocsp-response");
        // Nobody keeps the answer to a POST (RFC 9110 9.3.3).
        if (context.request().method().equals(HttpMethod.GET)) {
            OcspAnswer.Lasting lasting = answer.lasting().orElse(null);
            if (lasting == null) {
                response.putHeader(
                        "Cache-Control", answer.isAuthoritative() ? "max-age=0, must-revalidate" : "no-store");
            } else {
                tellCaches(response, lasting);
                if (lasting.tag().equals(context.request().getHeader("If-None-Match"))) {
                    response.setStatusCode(304).end();
                    return;
                }
            }
        }
        response.end(Buffer.buffer(answer.der()));
    }

    /** RFC 5019 5 and 6.2: how long an answer may be kept, and how to ask whether it is still the same. */
    private void tellCaches(HttpServerResponse response, OcspAnswer.Lasting lasting) {
        Instant now = clock.instant();
        long left = Duration.between(now, lasting.end()).toSeconds();
        long seconds = Math.max(0, Math.min(left, maxAge.toSeconds()));
        response.putHeader("Cache-Control", "max-age=" + seconds + ", public, no-transform, must-revalidate")
                .putHeader("ETag", lasting.tag())
                .putHeader("Date", OcspAnswer.Lasting.HTTP_DATE.format(now))
                .putHeader("Last-Modified", lasting.lastModified())
                .putHeader("Expires", lasting.expires());
    }
}
