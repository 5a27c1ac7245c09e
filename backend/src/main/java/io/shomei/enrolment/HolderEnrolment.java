package io.shomei.enrolment;

import io.shomei.certificate.Holder;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A holder's right to one client certificate. It is dormant until the administrator has fetched the access PINs, so that the two secrets
 * are on their way to two people before either is of use.
 *
 * @param lot the certificates whose PINs are fetched together
 * @param fileName of the key file, without extension
 * @param pinId what the access PIN is derived from that took the place of the first; null where none did
 * @param urlId likewise of the URL, which another address got
 * @param issued null where a browser has still to make the key
 * @param endedAt when it was given up because nobody came, or withdrawn
 */
record HolderEnrolment(
        TenantId tenant,
        CertificateId certificate,
        CertificateId lot,
        RequestFileId requestFile,
        long line,
        Delivery delivery,
        CertificateKind kind,
        String profile,
        String subjectDn,
        String fileName,
        @Nullable CertificateId renews,
        @Nullable UUID pinId,
        @Nullable UUID urlId,
        EnrolmentLot.Person administrator,
        String administratorUnit,
        Holder holder,
        Instant deadline,
        boolean pinsFetched,
        EnrolmentLot.Collected collected,
        @Nullable Instant endedAt,
        boolean withdrawn,
        @Nullable Issued issued) {

    /** The certificate as the register has it. */
    // Read from the database, compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Issued(SerialNumber serial, String authority, byte[] der, Instant notAfter, boolean revoked) {}

    boolean isRevoked() {
        return issued != null && issued.revoked();
    }

    Enrolment.State stateAt(Instant now) {
        if (collected.at() != null) {
            return Enrolment.State.COLLECTED;
        }
        if (isRevoked()) {
            return Enrolment.State.REVOKED;
        }
        if (withdrawn) {
            return Enrolment.State.WITHDRAWN;
        }
        if (endedAt != null || now.isAfter(deadline)) {
            return Enrolment.State.LAPSED;
        }
        return pinsFetched ? Enrolment.State.WAITING : Enrolment.State.DORMANT;
    }

    void requireWaiting(Instant now) {
        stateAt(now).requireWaiting(collected.at(), deadline);
    }

    /** Whether it can be collected, if only when somebody has fetched the access PIN. */
    boolean isOpen(Instant now) {
        Enrolment.State state = stateAt(now);
        return state == Enrolment.State.DORMANT || state == Enrolment.State.WAITING;
    }

    /** Refuses what nobody can collect any more. */
    void requireOpen(Instant now) {
        if (!isOpen(now)) {
            requireWaiting(now);
        }
    }

    DistinguishedName subject() {
        return DistinguishedName.parse(subjectDn);
    }

    String commonName() {
        return subject().first(AttributeType.CN).orElse(subjectDn);
    }

    /** One attribute a line, as mails tell it. */
    String subjectLines() {
        return subject().attributes().stream().map(Attribute::toString).collect(Collectors.joining("\n"));
    }
}
