package io.shomei.enrolment;

import io.shomei.kernel.CertificateId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.Secret;
import io.shomei.pki.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The secret part of a one-time URL: 256 bits that only somebody with the platform's key can derive from a certificate's
 * id. The database holds its SHA-256.
 */
@ApplicationScoped
class EnrolmentToken {
    private final Secret secret;

    EnrolmentToken(KeyStorage keys) {
        this.secret = keys.secret("enrolment-token");
    }

    String of(CertificateId certificate) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(certificate.value().getMostSignificantBits())
                .putLong(certificate.value().getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.hmac(id));
    }

    static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
