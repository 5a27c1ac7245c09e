package io.shomei.enrolment;

import io.shomei.kernel.Ids;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.LegibleText;
import io.shomei.keys.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.UUID;

/** The link and the secret of a hand-out, derived from its id (docs/adr/0013): who reads the database has neither. */
@ApplicationScoped
class HandOutSecrets {
    private final Secret tokens;
    private final Secret secrets;

    HandOutSecrets(KeyStorage keys) {
        this.tokens = keys.secret("hand-out-token");
        this.secrets = keys.secret("hand-out-secret");
    }

    String token(UUID handOut) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tokens.hmac(Ids.octets(handOut)));
    }

    String secret(UUID handOut) {
        return LegibleText.of(secrets.hmac(Ids.octets(handOut)), AccessPins.LENGTH);
    }
}
