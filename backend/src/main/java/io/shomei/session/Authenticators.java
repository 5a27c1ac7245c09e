package io.shomei.session;

import io.shomei.account.secret.Authenticator;
import io.shomei.keys.KeyStorage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys for authenticator apps that are being enrolled: each follows from the session, so that none is kept before an app is seen to have it. */
@ApplicationScoped
class Authenticators {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    Authenticators(KeyStorage keys) {
        this.key = new SecretKeySpec(keys.secret("session-authenticator").exposeOctets(), ALGORITHM);
    }

    /**
     * The same until it is taken into use.
     *
     * @param since when the account's present one was; null where it has had none
     */
    Authenticator of(UUID session, @Nullable Instant since) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] octets = mac.doFinal((session + " " + since).getBytes(StandardCharsets.US_ASCII));
            return new Authenticator(Arrays.copyOf(octets, Authenticator.KEY_OCTETS));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
