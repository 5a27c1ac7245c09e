package io.shomei.session;

import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** A token of ours that was read: the session it names, and the certificate it is bound to. */
final class SessionToken extends DefaultJWTCallerPrincipal {
    static final String TENANT = "tenant";
    static final String SESSION = "sid";
    static final String CONFIRMATION = "cnf";
    static final String THUMBPRINT = "x5t#S256";

    private final TenantId tenant;
    private final UUID session;
    private final @Nullable String thumbprint;

    /**
     * @throws ParseException where the claims name no session
     */
    SessionToken(JwtClaims claims) throws ParseException {
        tenant = TenantId.parse(String.valueOf(claims.getClaimValue(TENANT)))
                .orElseThrow(() -> new ParseException("a session's token names its tenant"));
        session = Ids.parse(String.valueOf(claims.getClaimValue(SESSION)))
                .orElseThrow(() -> new ParseException("a session's token names its session"));
        thumbprint = claims.getClaimValue(CONFIRMATION) instanceof Map<?, ?> confirmation
                ? String.valueOf(confirmation.get(THUMBPRINT))
                : null;
        super(claims);
    }

    TenantId tenant() {
        return tenant;
    }

    UUID session() {
        return session;
    }

    /** RFC 8705 3.1: the SHA-256 of the certificate that the token is bound to; empty when it is bound to none. */
    Optional<String> boundTo() {
        return Optional.ofNullable(thumbprint);
    }
}
