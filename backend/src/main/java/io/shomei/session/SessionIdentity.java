package io.shomei.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Role;
import io.shomei.web.CurrentCaller;
import io.shomei.web.RequestFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Turns a token that was read into the caller of a living session; the role is the account's now, not the token's. */
@ApplicationScoped
class SessionIdentity implements SecurityIdentityAugmentor {
    private final Sessions sessions;

    SessionIdentity(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().failure(new AuthenticationFailedException());
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        if (!(identity.getPrincipal() instanceof SessionToken token)) {
            // Nobody, or somebody with an API token.
            return Uni.createFrom().item(identity);
        }
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return context.runBlocking(() -> withCaller(token, routing));
    }

    private SecurityIdentity withCaller(SessionToken token, RoutingContext routing) {
        try {
            Sessions.Living session = sessions.check(token, RequestFacts.of(routing));
            QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addAttribute(CurrentCaller.ATTRIBUTE, session.caller());
            // Until the log-in is complete the account's role is worth nothing.
            return session.state() == SessionState.ACTIVE
                    ? builder.addRole(session.caller().role().name()).build()
                    : builder.addRole(Role.IS_LOGGING_IN)
                            .addAttribute(CurrentCaller.DUE, session.state().problem())
                            .build();
        } catch (ProblemException refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }
}
