package io.shomei.renewal;

import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that nobody has fetched yet, or one that there will be when a browser comes with its key.
 *
 * @param serial null where there is no certificate yet, as is notAfter
 * @param issuedAt when it was issued, or its holder invited
 * @param collectBy until when it can be fetched
 * @param holder the person it names; null where it names none
 * @param renewal whether it takes the place of another one
 * @param secret null where the URL alone opens it
 */
record Uncollected(
        CertificateId id,
        @Nullable SerialNumber serial,
        CertificateKind kind,
        String subjectDn,
        String commonName,
        Instant issuedAt,
        @Nullable Instant notAfter,
        Instant collectBy,
        Subscriber subscriber,
        @Nullable Holder holder,
        boolean renewal,
        @Nullable Secret secret) {

    /**
     * How a client certificate gets to its holder, and what became of the access PIN.
     *
     * @param failures how often it was typed wrongly in a row
     */
    record Secret(Delivery delivery, boolean fetched, int failures) {

        /** @param threshold so many wrong ones lock it */
        State state(int threshold) {
            if (failures >= threshold) {
                return State.LOCKED;
            }
            return fetched ? State.FETCHED : State.NOT_FETCHED;
        }
    }

    /** Where an access PIN is. */
    enum State {
        /** Whoever hands it over does not have it. */
        NOT_FETCHED,
        FETCHED,
        /** It was typed wrongly too often. */
        LOCKED
    }
}
