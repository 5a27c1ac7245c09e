package io.shomei.enrolment;

import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.LegibleText;
import io.shomei.keys.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The access PINs of holders, which are the passwords of their key files as well. They are derived from an id as the tokens of URLs are
 * (docs/adr/0013), so that nothing of them is kept: the first from the certificate's, a later one from its own. One that the applicant
 * chose lies in the escrow.
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

    /**
     * The PIN that holds now: one that was renewed takes the place of the first.
     *
     * @param chosen by the applicant; null where nobody chose one
     */
    String of(HolderEnrolment enrolment, @Nullable String chosen) {
        if (enrolment.pinId() != null) {
            return derived(enrolment.pinId());
        }
        return chosen == null ? derived(enrolment.certificate().value()) : chosen;
    }

    /** The PIN of an enrolment, whoever chose it. */
    String of(HolderEnrolment enrolment) {
        return Objects.requireNonNull(of(List.of(enrolment)).get(enrolment.certificate()));
    }

    /** The PINs of some enrolments of one tenant, whoever chose them. */
    Map<CertificateId, String> of(List<HolderEnrolment> enrolments) {
        Map<CertificateId, String> chosen = escrow.pins(
                enrolments.getFirst().tenant(),
                enrolments.stream().map(HolderEnrolment::certificate).toList());
        Map<CertificateId, String> pins = new HashMap<>();
        enrolments.forEach(each -> pins.put(each.certificate(), of(each, chosen.get(each.certificate()))));
        return pins;
    }

    private String derived(UUID id) {
        return LegibleText.of(secret.hmac(Ids.octets(id)), LENGTH);
    }

    /** Whether two are the same; takes as long whether they are or not. */
    static boolean isSame(String expected, String typed) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
