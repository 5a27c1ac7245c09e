package io.shomei.enrolment;

import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.LegibleText;
import io.shomei.keys.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The access PINs of holders, which are the passwords of their key files as well. They are derived from the certificate's id as the
 * tokens of URLs are (docs/adr/0013), so that nothing of them is kept; one that the applicant chose lies in the escrow.
 */
@ApplicationScoped
class AccessPins {
    static final int LENGTH = 12;

    private final Secret secret;
    private final Escrow escrow;

    AccessPins(KeyStorage keys, Escrow escrow) {
        this.secret = keys.secret("access-pin");
        this.escrow = escrow;
    }

    /** The PIN of one certificate, unless its applicant chose another. */
    String derived(CertificateId certificate) {
        return LegibleText.of(secret.hmac(Ids.octets(certificate.value())), LENGTH);
    }

    /**
     * @param chosen by the applicant; null where nobody chose one
     */
    String of(CertificateId certificate, @Nullable String chosen) {
        return chosen == null ? derived(certificate) : chosen;
    }

    /** The PINs of some certificates, whoever chose them. */
    Map<CertificateId, String> of(TenantId tenant, Collection<CertificateId> certificates) {
        Map<CertificateId, String> chosen = escrow.pins(tenant, certificates);
        Map<CertificateId, String> pins = new HashMap<>();
        certificates.forEach(each -> pins.put(each, of(each, chosen.get(each))));
        return pins;
    }

    /** Whether two are the same; takes as long whether they are or not. */
    static boolean isSame(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
