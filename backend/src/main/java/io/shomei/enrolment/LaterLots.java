package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.profile.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lots that are founded after their file was carried out, for certificates whose first access PIN or administrator was wrong. Nobody has
 * fetched anything of them: a certificate that is moved there is dormant, with another PIN, and what led to it in the first lot does not any
 * more.
 */
@ApplicationScoped
class LaterLots {
    private final EnrolmentLotRepository lots;
    private final HolderEnrolmentRepository enrolments;
    private final EnrolmentToken tokens;
    private final Ids ids;
    private final InstantSource clock;

    LaterLots(
            EnrolmentLotRepository lots,
            HolderEnrolmentRepository enrolments,
            EnrolmentToken tokens,
            Ids ids,
            InstantSource clock) {
        this.lots = lots;
        this.enrolments = enrolments;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /** A lot of the same people as the one that a certificate is in. */
    EnrolmentLot found(HolderEnrolment enrolment) {
        return found(enrolment, enrolment.administrator());
    }

    /** The same for another administrator. */
    EnrolmentLot found(HolderEnrolment enrolment, EnrolmentLot.Person administrator) {
        EnrolmentLot before = lots.get(enrolment.tenant(), enrolment.lot());
        Instant now = clock.instant();
        CertificateId id = new CertificateId(ids.next());
        EnrolmentLot lot = new EnrolmentLot(
                before.tenant(),
                id,
                before.requestFile(),
                before.delivery(),
                administrator,
                before.officer(),
                before.deadline(),
                now,
                EnrolmentLot.Collected.NOT_YET,
                EnrolmentLot.Collected.NOT_YET);
        lots.add(
                lot,
                EnrolmentToken.digest(tokens.ofPins(id)),
                lot.delivery() == Delivery.P12_BULK ? EnrolmentToken.digest(tokens.ofArchive(id)) : null,
                now);
        return lot;
    }

    /** @throws io.shomei.kernel.ProblemException ENROLMENT_USED where somebody was faster */
    void move(HolderEnrolment enrolment, EnrolmentLot lot) {
        if (!enrolments.move(enrolment, lot.id(), ids.next())) {
            throw ENROLMENT_USED.because("%s", enrolment.certificate());
        }
    }
}
