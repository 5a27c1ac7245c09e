package io.shomei.apitoken;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.shomei.kernel.ProblemException;
import io.shomei.web.CurrentCaller;
import io.shomei.web.RequestFacts;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Knows a token in the {@code Authorization} header by its prefix, before it would be read as a session's (RFC 6750 2.1). */
@ApplicationScoped
class ApiTokenAuthentication
        implements HttpAuthenticationMechanism, IdentityProvider<ApiTokenAuthentication.TokenRequest> {
    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;

    ApiTokenAuthentication(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** A token to be looked at. */
    static final class TokenRequest extends BaseAuthenticationRequest {
        private final TokenSecret secret;
        private final RequestFacts.Facts facts;

        TokenRequest(TokenSecret secret, RequestFacts.Facts facts) {
            this.secret = secret;
            this.facts = facts;
        }
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identities) {
        String header = routing.request().getHeader("Authorization");
        if (header == null
                || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || !header.startsWith(TokenSecret.PREFIX, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        return identities.authenticate(
                new TokenRequest(new TokenSecret(header.substring(SCHEME.length())), RequestFacts.of(routing)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(TokenRequest request) {
        try {
            ApiTokens.Admitted admitted = tokens.check(request.secret, request.facts);
            return QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(admitted.caller().name()))
                    .addRole(admitted.caller().role().name())
                    .addAttribute(CurrentCaller.ATTRIBUTE, admitted.caller())
                    .addAttribute(CurrentCaller.SCOPES, admitted.scopes())
                    .build();
        } catch (ProblemException refusal) {
            throw new AuthenticationFailedException(refusal);
        }
    }
}
