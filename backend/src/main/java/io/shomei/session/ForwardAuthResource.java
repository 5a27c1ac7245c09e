package io.shomei.session;

import static io.shomei.permission.PermissionProblem.FUNCTION_NOT_PERMITTED;

import io.quarkus.logging.Log;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.shomei.permission.BusinessFunction;
import io.shomei.permission.Permissions;
import io.shomei.permission.TradeLimits;
import io.shomei.permission.UserPermissions;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import io.shomei.web.ProblemDocuments;
import io.shomei.web.RefusedAccess;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Tells a relying party's proxy who is asking ({@code auth_request} of nginx): 204 with the identity as headers, 401 without a session,
 * 403 while something of the log-in is still due, or where the proxy asks for a business function that this person may not use. It is a
 * route of its own, because it is asked with every request of another application.
 */
@ApplicationScoped
class ForwardAuthResource {
    /** Behind the edge, before everything else. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private static final String PATH = "/auth/forward";
    private static final String FUNCTION = "function";
    private static final String BEARER = "Bearer ";
    /** No limit. */
    private static final String ANY = "ANY";

    private final SessionTokens tokens;
    private final Sessions sessions;
    private final UserPermissions permissions;
    private final RefusedAccess refused;
    private final ProblemDocuments problems;

    ForwardAuthResource(
            SessionTokens tokens,
            Sessions sessions,
            UserPermissions permissions,
            RefusedAccess refused,
            ProblemDocuments problems) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.permissions = permissions;
        this.refused = refused;
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route(HttpMethod.GET, PATH).order(ORDER).handler(this::answer);
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
            if (session.state() != SessionState.ACTIVE) {
                return refusal(context, session.state().problem());
            }
            Caller caller = session.caller();
            Permissions permitted = permissions.of(caller.tenant(), caller.account(), caller.role());
            for (String function : context.queryParam(FUNCTION)) {
                // One that nobody knows is nobody's.
                if (BusinessFunction.named(function).filter(permitted::include).isEmpty()) {
                    refused.note(caller, "GET " + PATH + " " + excerpt(function), FUNCTION_NOT_PERMITTED);
                    return refusal(context, FUNCTION_NOT_PERMITTED);
                }
            }
            return new Answer(204, identity(session, permitted), "");
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

    private Map<String, String> identity(Sessions.Living session, Permissions permitted) {
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
                Stream.<Enum<?>>concat(session.caller().rights().stream(), permitted.functions().stream())
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(",")));
        PermissionMatrix matrix = permissions.matrixOf(session.caller().tenant());
        if (matrix == PermissionMatrix.ONLINE_BANKING) {
            headers.put("Shomei-Collection", session.owner().collection());
        }
        if (matrix == PermissionMatrix.TRADING) {
            TradeLimits limits = permitted.limits();
            headers.put("Shomei-Buy-Currencies", currencies(limits.buyCurrencies()));
            headers.put("Shomei-Sell-Currencies", currencies(limits.sellCurrencies()));
            headers.put(
                    "Shomei-Max-Per-Trade", limits.maxPerTrade() == null ? ANY : String.valueOf(limits.maxPerTrade()));
        }
        return headers;
    }

    /** Never empty: a proxy takes a header without a value for none. */
    private static String currencies(@Nullable List<String> currencies) {
        if (currencies == null) {
            return ANY;
        }
        return currencies.isEmpty() ? "NONE" : String.join(",", currencies);
    }

    /** What a proxy asked for, as far as the history needs it. */
    private static String excerpt(String function) {
        return encoded(function.length() > 60 ? function.substring(0, 60) : function);
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
