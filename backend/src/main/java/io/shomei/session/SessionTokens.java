package io.shomei.session;

import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.pki.Digests;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the tokens of sessions. A token names a session and is bound to the certificate it was opened with
 * (RFC 8705 3.1); whether the session still lives is asked of the database with every request. Only we read our tokens,
 * so they carry a MAC under a key derived from the key-encryption key.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class SessionTokens extends DefaultJWTCallerPrincipalFactory {
    private static final String TENANT = "tenant";
    private static final String SESSION = "sid";
    private static final String ISSUER = "shomei";
    private static final String THUMBPRINT = "x5t#S256";
    /** No session is longer, however busy. */
    static final Duration LONGEST = Duration.ofHours(24);

    private final SecretKey key;
    private final JWTAuthContextInfo verification;

    SessionTokens(KeyStorage keys) {
        this.key = new SecretKeySpec(keys.secret("session-token").exposeOctets(), "HmacSHA256");
        JWTAuthContextInfo info = new JWTAuthContextInfo();
        info.setSecretVerificationKey(key);
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        info.setIssuedBy(ISSUER);
        this.verification = info;
    }

    String issue(SessionRow session, String role, byte @Nullable [] certificate) {
        var claims = Jwt.claims()
                .issuer(ISSUER)
                .subject(session.account().toString())
                .upn(session.account().toString())
                .groups(Set.of(role))
                .claim(TENANT, session.tenant().toString())
                .claim(SESSION, session.id().toString())
                .issuedAt(session.openedAt())
                .expiresAt(session.openedAt().plus(LONGEST));
        if (certificate != null) {
            claims.claim("cnf", Map.of(THUMBPRINT, thumbprint(certificate)));
        }
        return claims.jws().algorithm(SignatureAlgorithm.HS256).sign(key);
    }

    /** The token, if it is one of ours and not past its time. */
    Optional<JsonWebToken> read(String token) {
        try {
            return Optional.of(super.parse(token, verification));
        } catch (ParseException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        return super.parse(token, verification);
    }

    static Optional<TenantId> tenant(JsonWebToken token) {
        return TenantId.parse(String.valueOf(token.<Object>getClaim(TENANT)));
    }

    static Optional<UUID> session(JsonWebToken token) {
        return Ids.parse(String.valueOf(token.<Object>getClaim(SESSION)));
    }

    /** RFC 8705 3.1: the SHA-256 of the certificate that the token is bound to; empty when it is bound to none. */
    static Optional<String> boundTo(JsonWebToken token) {
        return token.getClaim("cnf") instanceof Map<?, ?> confirmation
                ? Optional.of(String.valueOf(confirmation.get(THUMBPRINT)).replace("\"", ""))
                : Optional.empty();
    }

    static String thumbprint(byte[] certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(certificate));
    }
}
