package io.shomei.session;

import io.quarkus.logging.Log;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.shomei.web.ProblemDocuments;
import io.shomei.web.RequestFacts;
import io.shomei.web.SessionCookie;
import io.shomei.web.WebProblem;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells a relying party's proxy who is asking ({@code auth_request} of nginx): 204 with the identity as headers, 401 without a session,
 * 403 while something of the log-in is still due. It is a route of its own, because it is asked with every request of another
 * application.
 */
@ApplicationScoped
class ForwardAuthResource {
    /** Behind the edge, before everything else. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private static final String BEARER = "Bearer ";

    private final SessionTokens tokens;
    private final Sessions sessions;
    private final ProblemDocuments problems;

    ForwardAuthResource(SessionTokens tokens, Sessions sessions, ProblemDocuments problems) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route(HttpMethod.GET, "/auth/forward").order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        Context loop = context.vertx().getOrCreateContext();
        Thread.ofVirtual().name("forward-auth").start(() -> {
            Answer answer = judge(context);
            loop.runOnContext(unused -> write(context.response(), answer));
        });
    }

    /** What is answered, found out where waiting is allowed. */
    private record Answer(int status, Map<String, String> headers, String body) {}

    private Answer judge(RoutingContext context) {
        RequestFacts.Facts request = RequestFacts.of(context);
        try {
            JsonWebToken token =
                    token(context).flatMap(tokens::read).orElseThrow(() -> WebProblem.SESSION_REQUIRED.because(""));
            Sessions.Living session = sessions.check(token, request);
            return session.state() == SessionState.ACTIVE
                    ? new Answer(204, identity(session), "")
                    : refusal(context, session.state().problem());
        } catch (ProblemException refusal) {
            return refusal(context, refusal.code());
        } catch (RuntimeException failed) {
            Log.errorf(failed, "request %s failed", request.requestId());
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

    private static Map<String, String> identity(Sessions.Living session) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Shomei-User", encoded(session.caller().name()));
        headers.put("Shomei-Account", session.caller().account().toString());
        String loginId = session.owner().loginId();
        if (loginId != null) {
            headers.put("Shomei-Login-Id", encoded(loginId));
        }
        headers.put("Shomei-Tenant", encoded(session.owner().tenantCode()));
        headers.put("Shomei-Role", session.caller().role().name());
        headers.put(
                "Shomei-Permissions",
                session.caller().rights().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
        return headers;
    }

    /** The same cookie as everywhere, or a bearer token, which counts where both came. */
    private static Optional<String> token(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? Optional.of(authorization.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        return SessionCookie.of(context);
    }

    /** Headers hold ASCII; every other octet of the UTF-8, and the percent sign itself, is percent-encoded (RFC 3986 2.1). */
    static String encoded(String text) {
        StringBuilder header = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7F && octet != '%') {
                header.append((char) octet);
            } else {
                header.append('%').append(String.format("%02X", octet));
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
