package io.shomei.session;

import io.quarkus.logging.Log;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.shomei.web.ProblemDocuments;
import io.shomei.web.RequestFacts;
import io.shomei.web.WebProblem;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/**
 * Routes that a relying party's proxy asks with every request of another application ({@code auth_request} of nginx): 204 with what is known
 * as headers, or the refusal as a problem. They pass nothing but the edge.
 */
@ApplicationScoped
class ForwardRoute {
    /** Behind the edge, before everything else. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final ProblemDocuments problems;

    ForwardRoute(ProblemDocuments problems) {
        this.problems = problems;
    }

    /** @param judge tells what is known of whoever asks, or throws; it may wait */
    void install(Router router, String path, Function<RoutingContext, Map<String, String>> judge) {
        router.route(HttpMethod.GET, path).order(ORDER).handler(context -> {
            Context loop = context.vertx().getOrCreateContext();
            Thread.ofVirtual().name("forward-auth").start(() -> {
                Answer answer = answer(context, judge);
                loop.runOnContext(_ -> write(context.response(), answer));
            });
        });
    }

    /** What is answered, found out where waiting is allowed. */
    private record Answer(int status, Map<String, String> headers, String body) {}

    private Answer answer(RoutingContext context, Function<RoutingContext, Map<String, String>> judge) {
        try {
            return new Answer(204, judge.apply(context), "");
        } catch (ProblemException refusal) {
            return refusal(context, refusal.code());
        } catch (RuntimeException failed) {
            Log.errorf(failed, "request %s failed", RequestFacts.of(context).requestId());
            return refusal(context, WebProblem.INTERNAL_ERROR);
        }
    }

    private Answer refusal(RoutingContext context, ProblemCode code) {
        Language language = Language.accepted(context.request().getHeader("Accept-Language"));
        return new Answer(
                ProblemDocuments.status(code.kind()),
                Map.of("Content-Type", ProblemDocuments.MEDIA_TYPE),
                problems.json(code, language, RequestFacts.of(context).requestId()));
    }

    /** Headers hold ASCII; every other octet of the UTF-8, and the percent sign itself, is percent-encoded (RFC 3986 2.1). */
    static String encoded(String text) {
        StringBuilder header = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7F && octet != '%') {
                header.append((char) octet);
            } else {
                header.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return header.toString();
    }

    private static void write(HttpServerResponse response, Answer answer) {
        if (response.closed() || response.ended()) {
            // Whoever asked has gone.
            return;
        }
        answer.headers().forEach(response::putHeader);
        response.setStatusCode(answer.status()).end(answer.body());
    }
}
