package io.shomei.enrolment;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.Secret;
import io.shomei.pki.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The secret part of a one-time URL: 256 bits that only somebody with the platform's key can derive from a certificate's
 * id. The database holds its SHA-256. URLs of different purposes have nothing in common, even for one id.
 */
@ApplicationScoped
public class EnrolmentToken {
    private final Secret certificates;
    private final Secret pins;
    private final Secret archives;

    EnrolmentToken(KeyStorage keys) {
        this.certificates = keys.secret("enrolment-token");
        this.pins = keys.secret("lot-pins-token");
        this.archives = keys.secret("lot-archive-token");
    }

    /** Leads to one certificate. */
    public String of(CertificateId certificate) {
        return token(certificates, certificate);
    }

    /** Leads to the access PINs of a lot. */
    String ofPins(CertificateId lot) {
        return token(pins, lot);
    }

    /** Leads to the key files of a lot. */
    String ofArchive(CertificateId lot) {
        return token(archives, lot);
    }

    public static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    private static String token(Secret secret, CertificateId id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.hmac(Ids.octets(id.value())));
    }
}
