package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;
import static io.shomei.enrolment.EnrolmentProblem.INVITATION_HAS_CERTIFICATE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.issuance.SubjectNames;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What officers put right of an invitation to a client certificate while nobody has collected it. Whatever was sent before and does not
 * hold any more leads nowhere from then on.
 */
@ApplicationScoped
public class OpenInvitations {
    private final HolderEnrolmentRepository enrolments;
    private final EnrolmentLotRepository lots;
    private final LaterLots later;
    private final SubjectNames names;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    OpenInvitations(
            HolderEnrolmentRepository enrolments,
            EnrolmentLotRepository lots,
            LaterLots later,
            SubjectNames names,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.enrolments = enrolments;
        this.lots = lots;
        this.later = later;
        this.names = names;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** For what kind of certificate somebody was invited; empty where nobody was. The certificate need not be there yet. */
    @Transactional
    public Optional<CertificateKind> kind(TenantId tenant, CertificateId certificate) {
        return enrolments.find(tenant, certificate).map(HolderEnrolment::kind);
    }

    /**
     * Sends the mails once more that lead to what nobody has fetched of a certificate: to the same people, with the same URLs and deadline.
     * Access PINs and archives are fetched for the whole lot, so whoever answers for one certificate by now is not told of all.
     *
     * @throws io.shomei.kernel.ProblemException NOT_FOUND, ENROLMENT_USED, ENROLMENT_LAPSED, ENROLMENT_REVOKED, ENROLMENT_WITHDRAWN
     */
    @Transactional
    public void inviteAgain(TenantId tenant, CertificateId certificate, Actor actor) {
        inviteAgain(tenant, List.of(open(tenant, certificate)), actor);
    }

    /**
     * What was sent once more.
     *
     * @param certificates what the mails are about
     */
    public record Sent(Set<CertificateId> certificates, int mails) {}

    /**
     * As above for many at once; left out are those of other kinds and those that nobody can collect any more. Who hands over the access
     * PINs of several gets one mail for each lot.
     */
    @Transactional
    public Sent inviteAgain(
            TenantId tenant, Set<CertificateKind> kinds, Collection<CertificateId> certificates, Actor actor) {
        Instant now = clock.instant();
        List<HolderEnrolment> open = enrolments.find(tenant, certificates).stream()
                .filter(each -> kinds.contains(each.kind()) && each.isOpen(now))
                .toList();
        return inviteAgain(tenant, open, actor);
    }

    private Sent inviteAgain(TenantId tenant, List<HolderEnrolment> open, Actor actor) {
        Stream<Notice> toHolders = open.stream()
                .filter(each -> each.delivery() != Delivery.P12_BULK)
                .map(HolderMail::ready);
        Stream<Notice> ofLots = open.stream()
                .map(HolderEnrolment::lot)
                .distinct()
                .flatMap(lot -> lots.findOpen(tenant, lot).stream())
                .flatMap(lot -> LotMail.waiting(lot, enrolments.count(lot)));
        List<Notice> mails = Stream.concat(toHolders, ofLots).toList();
        outbox.enqueue(tenant, mails);
        audit.append(open.stream()
                .map(each -> AuditEntry.done(tenant, AuditOperation.CERTIFICATE_INVITE, actor)
                        .on(each.commonName(), each.certificate().value()))
                .toList());
        return new Sent(open.stream().map(HolderEnrolment::certificate).collect(Collectors.toSet()), mails.size());
    }

    /**
     * Takes back an invitation for a key that no browser has made: its URL leads nowhere, and its name can be applied for again. Where there
     * is a certificate already, that is revoked instead.
     *
     * @throws io.shomei.kernel.ProblemException NOT_FOUND, ENROLMENT_USED, ENROLMENT_LAPSED, ENROLMENT_REVOKED, ENROLMENT_WITHDRAWN,
     *     INVITATION_HAS_CERTIFICATE
     */
    @Transactional
    public void withdraw(TenantId tenant, CertificateId certificate, Actor actor) {
        HolderEnrolment enrolment = open(tenant, certificate);
        if (enrolment.delivery() != Delivery.BROWSER) {
            throw INVITATION_HAS_CERTIFICATE.because("%s", enrolment.delivery());
        }
        if (!enrolments.withdraw(enrolment, clock.instant())) {
            throw ENROLMENT_USED.because("%s", certificate);
        }
        names.release(tenant, List.of(certificate));
        audit.append(AuditEntry.done(tenant, AuditOperation.ENROLMENT_WITHDRAW, actor)
                .on(enrolment.commonName(), certificate.value())
                .with(Map.of("holder", enrolment.holder().email())));
    }

    /**
     * Gives a holder another access PIN, which also ends a lock. It is on its way as the first was: whoever got that one gets a mail with a
     * URL, and the certificate is dormant until it was opened.
     *
     * @throws io.shomei.kernel.ProblemException NOT_FOUND, ENROLMENT_USED, ENROLMENT_LAPSED, ENROLMENT_REVOKED, ENROLMENT_WITHDRAWN
     */
    @Transactional
    public void renewPin(TenantId tenant, CertificateId certificate, Actor actor) {
        HolderEnrolment enrolment = open(tenant, certificate);
        EnrolmentLot lot = later.found(enrolment);
        later.move(enrolment, lot);
        outbox.enqueue(tenant, LotMail.waiting(lot, 1).toList());
        audit.append(AuditEntry.done(tenant, AuditOperation.ENROLMENT_RENEW_PIN, actor)
                .on(enrolment.commonName(), certificate.value())
                .with(Map.of("holder", enrolment.holder().email())));
    }

    private HolderEnrolment open(TenantId tenant, CertificateId certificate) {
        HolderEnrolment enrolment =
                enrolments.find(tenant, certificate).orElseThrow(() -> NOT_FOUND.because("%s", certificate));
        enrolment.requireOpen(clock.instant());
        return enrolment;
    }
}
