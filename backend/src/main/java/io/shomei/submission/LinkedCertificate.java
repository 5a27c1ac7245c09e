package io.shomei.submission;

import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.SerialNumber;
import java.time.Instant;
import java.util.List;

/**
 * A certificate that a link is to renew, as it is now.
 *
 * @param dnsNames the hosts it names
 */
record LinkedCertificate(
        CertificateId id,
        SerialNumber serial,
        String profile,
        String commonName,
        List<String> dnsNames,
        Instant notAfter,
        Subscriber subscriber,
        State state) {
    LinkedCertificate {
        dnsNames = List.copyOf(dnsNames);
    }

    /** Whether its renewal can be handed in. */
    enum State {
        OPEN,
        /** It was; no officer has refused it, and it is not carried out yet. */
        HANDED_IN,
        RENEWED,
        REVOKED
    }

    /** The hosts beside the CN, which is always one of them. */
    List<String> furtherNames() {
        return dnsNames.stream()
                .filter(name -> !name.equalsIgnoreCase(commonName))
                .toList();
    }

    LinkedCertificate handedIn() {
        return state == State.OPEN
                ? new LinkedCertificate(
                        id, serial, profile, commonName, dnsNames, notAfter, subscriber, State.HANDED_IN)
                : this;
    }
}
