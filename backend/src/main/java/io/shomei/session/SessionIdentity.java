package io.shomei.session;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.web.CurrentCaller;
import io.shomei.web.RequestFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Turns a token that was read into the caller of a living session; the roles are the account's, not the token's. */
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
        if (!(identity.getPrincipal() instanceof JsonWebToken)) {
            // Nobody, or somebody with an API token.
            return Uni.createFrom().item(identity);
        }
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return context.runBlocking(() -> withCaller(identity, routing));
    }

    private SecurityIdentity withCaller(SecurityIdentity identity, RoutingContext routing) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        TenantId tenant = TenantId.parse(String.valueOf(token.<Object>getClaim(SessionTokens.TENANT)))
                .orElseThrow(AuthenticationFailedException::new);
        UUID session = SessionTokens.session(token).orElseThrow(AuthenticationFailedException::new);
        try {
            Caller caller = sessions.check(tenant, session, SessionTokens.boundTo(token), RequestFacts.of(routing));
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(token)
                    .addRole(caller.role().name())
                    .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                    .build();
        } catch (ProblemException refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }
}
