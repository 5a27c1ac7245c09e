package io.shomei.session;

import static io.shomei.permission.PermissionProblem.FUNCTION_NOT_PERMITTED;

import io.shomei.kernel.Caller;
import io.shomei.permission.BusinessFunction;
import io.shomei.permission.Permissions;
import io.shomei.permission.TradeLimits;
import io.shomei.permission.UserPermissions;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import io.shomei.web.RefusedAccess;
import io.shomei.web.RequestFacts;
import io.shomei.web.SessionCookie;
import io.shomei.web.WebProblem;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a relying party's proxy who is asking ({@code auth_request} of nginx): 204 with the identity as headers, 401 without a session,
 * 403 while something of the log-in is still due, or where the proxy asks for a business function that this person may not use.
 */
@ApplicationScoped
class ForwardAuthResource {
    private static final String PATH = "/auth/forward";
    private static final String FUNCTION = "function";
    private static final String BEARER = "Bearer ";
    /** No limit. */
    private static final String ANY = "ANY";

    private final SessionTokens tokens;
    private final Sessions sessions;
    private final UserPermissions permissions;
    private final RefusedAccess refused;
    private final ForwardRoute route;

    ForwardAuthResource(
            SessionTokens tokens,
            Sessions sessions,
            UserPermissions permissions,
            RefusedAccess refused,
            ForwardRoute route) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.permissions = permissions;
        this.refused = refused;
        this.route = route;
    }

    void install(@Observes Router router) {
        route.install(router, PATH, this::judge);
    }

    private Map<String, String> judge(RoutingContext context) {
        RequestFacts.Facts request = RequestFacts.of(context);
        SessionToken token =
                token(context).flatMap(tokens::read).orElseThrow(() -> WebProblem.SESSION_REQUIRED.because(""));
        Sessions.Living session = sessions.check(token, request);
        if (session.state() != SessionState.ACTIVE) {
            throw session.state().problem().because("");
        }
        Caller caller = session.caller();
        Permissions permitted = permissions.of(caller.tenant(), caller.account(), caller.role());
        for (String function : context.queryParam(FUNCTION)) {
            // One that nobody knows is nobody's.
            if (BusinessFunction.named(function).filter(permitted::include).isEmpty()) {
                refused.note(
                        caller,
                        new RefusedAccess.Refusal(
                                "forward-auth",
                                "GET " + PATH + " " + excerpt(function),
                                FUNCTION_NOT_PERMITTED.slug(),
                                false,
                                null));
                throw FUNCTION_NOT_PERMITTED.because("");
            }
        }
        return identity(session, permitted);
    }

    private Map<String, String> identity(Sessions.Living session, Permissions permitted) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Shomei-User", ForwardRoute.encoded(session.caller().name()));
        headers.put("Shomei-Account", session.caller().account().toString());
        String loginId = session.owner().loginId();
        if (loginId != null) {
            headers.put("Shomei-Login-Id", ForwardRoute.encoded(loginId));
        }
        headers.put("Shomei-Tenant", ForwardRoute.encoded(session.owner().tenantCode()));
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
        return ForwardRoute.encoded(function.length() > 60 ? function.substring(0, 60) : function);
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
}
