package io.shomei.timestamp;

import io.shomei.pki.TimeStampRequest;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Time stamps over HTTP (RFC 3161 3.4), with and without TLS. Whatever comes is answered with 200 and a TimeStampResp. It is a
 * route of its own, because a program that signs thousands of files waits for each.
 */
@ApplicationScoped
class TsaResource {
    /** Behind the edge, before everything else. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private final TimeStamps stamps;

    TsaResource(TimeStamps stamps) {
        this.stamps = stamps;
    }

    void install(@Observes Router router) {
        router.route(HttpMethod.POST, "/tsa").order(ORDER).handler(context -> read(context, Optional.empty()));
        router.route(HttpMethod.POST, "/tsa/:tenant")
                .order(ORDER)
                .handler(context -> read(context, Optional.ofNullable(context.pathParam("tenant"))));
    }

    private void read(RoutingContext context, Optional<String> tenant) {
        HttpServerRequest request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        Body body = new Body(
                octets -> answer(context, octets, tenant),
                () -> request.connection().close());
        request.handler(body::take).endHandler(end -> body.end()).resume();
    }

    /**
     * What was sent, as far as it can be a request. One octet more is enough to see that it is none: it is answered then, and what
     * follows is thrown away, so that whoever sends it reads the answer. Who does not stop is cut off.
     */
    private static final class Body {
        private static final long MAX_THROWN_AWAY = 1 << 20;

        private final Buffer octets = Buffer.buffer(256);
        private final Consumer<byte[]> answer;
        private final Runnable cutOff;
        private boolean answered;
        private long thrownAway;

        Body(Consumer<byte[]> answer, Runnable cutOff) {
            this.answer = answer;
            this.cutOff = cutOff;
        }

        void take(Buffer chunk) {
            if (!answered) {
                octets.appendBuffer(chunk);
                if (octets.length() > TimeStampRequest.MAX_OCTETS) {
                    end();
                }
            } else {
                thrownAway += chunk.length();
                if (thrownAway > MAX_THROWN_AWAY) {
                    cutOff.run();
                }
            }
        }

        void end() {
            if (!answered) {
                answered = true;
                answer.accept(octets.getBytes());
            }
        }
    }

    private void answer(RoutingContext context, byte[] request, Optional<String> tenant) {
        Context loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("time-stamp").start(() -> {
            byte[] answer = stamps.answer(request, tenant);
            loop.runOnContext(_ -> write(context.response(), answer));
        });
    }

    private static void write(HttpServerResponse response, byte[] answer) {
        // Whoever asked may have gone.
        if (!response.closed() && !response.ended()) {
            response.putHeader("Content-Type", "application/timestamp-reply")
                    .putHeader("Cache-Control", "no-store")
                    .end(Buffer.buffer(answer));
        }
    }
}
