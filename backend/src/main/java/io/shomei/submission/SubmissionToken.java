package io.shomei.submission;

import io.shomei.kernel.Ids;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.Secret;
import io.shomei.pki.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * The secret part of a link's URL: 256 bits that only somebody with the platform's key can derive from the link's id, so that a mail can
 * hold it and the database need not. What is kept is its SHA-256.
 */
@ApplicationScoped
class SubmissionToken {
    private final Secret links;

    SubmissionToken(KeyStorage keys) {
        this.links = keys.secret("submission-token");
    }

    String of(UUID link) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(links.hmac(Ids.octets(link)));
    }

    static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
