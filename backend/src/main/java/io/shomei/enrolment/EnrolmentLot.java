package io.shomei.enrolment;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.profile.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All certificates of one request file that one administrator answers for and that are handed out in one way. It bears the id of one of
 * them. Its access PINs are fetched once; where it is an archive, so are its key files, and not before the PINs.
 *
 * @param officer who confirmed the file
 * @param openedAt null while the file is carried out
 * @param pins what became of the access PINs
 * @param archive what became of the key files; nothing ever where each holder collects the own one
 */
record EnrolmentLot(
        TenantId tenant,
        CertificateId id,
        RequestFileId requestFile,
        Delivery delivery,
        Person administrator,
        Person officer,
        Instant deadline,
        @Nullable Instant openedAt,
        Collected pins,
        Collected archive) {

    /** Somebody who gets mail. */
    record Person(String name, @Nullable String email) {}

    /**
     * Whether something was fetched.
     *
     * @param receipt digest of what whoever fetched it can prove to be the same by
     */
    // Read from the database and compared as octets.
    @SuppressWarnings("ArrayRecordComponent")
    record Collected(@Nullable Instant at, byte @Nullable [] receipt) {
        static final Collected NOT_YET = new Collected(null, null);
    }

    /** What one of the two URLs of a lot leads to. */
    enum Content {
        PINS,
        CERTIFICATES
    }

    Collected of(Content content) {
        return switch (content) {
            case PINS -> pins;
            case CERTIFICATES -> archive;
        };
    }

    Enrolment.State stateAt(Instant now, Content content) {
        if (of(content).at() != null) {
            return Enrolment.State.COLLECTED;
        }
        if (now.isAfter(deadline)) {
            return Enrolment.State.LAPSED;
        }
        return content == Content.CERTIFICATES && pins.at() == null ? Enrolment.State.DORMANT : Enrolment.State.WAITING;
    }
}
