package io.shomei.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shomei.keys.KeyStorage;
import io.shomei.pki.Digests;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the tokens of sessions. A token names a session and is bound to the certificate it was opened with
 * (RFC 8705 3.1); whether the session still lives is asked of the database with every request. Only we read our tokens,
 * so they carry a MAC under a key derived from the key-encryption key.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class SessionTokens extends JWTCallerPrincipalFactory {
    private static final String ISSUER = "shomei";
    /** No session is longer, however busy. */
    static final Duration LONGEST = Duration.ofHours(24);
    /** A token that was found good is not looked at again for so long. It may outlive its time by that; the session it names does not. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int REMEMBERED_AT_MOST = 10_000;

    private final SecretKey key;
    private final JWTAuthContextInfo verification;
    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
    /** By the digest of the token: looking one up tells nothing of another. */
    private final Cache<String, SessionToken> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

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
                .claim(SessionToken.TENANT, session.tenant().toString())
                .claim(SessionToken.SESSION, session.id().toString())
                .issuedAt(session.openedAt())
                .expiresAt(session.openedAt().plus(LONGEST));
        if (certificate != null) {
            claims.claim(SessionToken.CONFIRMATION, Map.of(SessionToken.THUMBPRINT, thumbprint(certificate)));
        }
        return claims.jws().algorithm(SignatureAlgorithm.HS256).sign(key);
    }

    /** The token, if it is one of ours and not past its time. */
    Optional<SessionToken> read(String token) {
        try {
            return Optional.of(parse(token, verification));
        } catch (ParseException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public SessionToken parse(String token, JWTAuthContextInfo unused) throws ParseException {
        String digest = HexFormat.of().formatHex(Digests.sha256(token.getBytes(StandardCharsets.UTF_8)));
        SessionToken known = remembered.getIfPresent(digest);
        if (known == null) {
            known = new SessionToken(parser.parse(token, verification).getJwtClaims());
            remembered.put(digest, known);
        }
        return known;
    }

    static String thumbprint(byte[] certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(certificate));
    }
}
