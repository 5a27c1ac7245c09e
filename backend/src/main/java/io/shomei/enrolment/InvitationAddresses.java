package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ADDRESS_IN_CERTIFICATE;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Holders;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Outbox;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Where the mails of invitations to client certificates go, as long as nobody has collected. Whoever got one by mistake can do nothing with it. */
@ApplicationScoped
public class InvitationAddresses {
    private final HolderEnrolmentRepository enrolments;
    private final LaterLots later;
    private final EnrolmentToken tokens;
    private final Holders holders;
    private final CertificateRegister register;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    InvitationAddresses(
            HolderEnrolmentRepository enrolments,
            LaterLots later,
            EnrolmentToken tokens,
            Holders holders,
            CertificateRegister register,
            Outbox outbox,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.enrolments = enrolments;
        this.later = later;
        this.tokens = tokens;
        this.holders = holders;
        this.register = register;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Corrects where the mails go. A holder whose address was wrong gets another URL, and the first leads nowhere; for another administrator
     * see {@link #entrust}.
     *
     * @throws io.shomei.kernel.ProblemException NOT_FOUND, ENROLMENT_USED, ENROLMENT_LAPSED, ENROLMENT_REVOKED, ENROLMENT_WITHDRAWN,
     *     ADDRESS_IN_CERTIFICATE where it is for that mail address
     */
    @Transactional
    public void readdress(
            TenantId tenant, CertificateId certificate, String administrator, String holder, Actor actor) {
        HolderEnrolment enrolment =
                enrolments.find(tenant, certificate).orElseThrow(() -> NOT_FOUND.because("%s", certificate));
        enrolment.requireOpen(clock.instant());
        if (!holder.equals(enrolment.holder().email())) {
            redirect(enrolment, holder);
        }
        if (!administrator.equals(enrolment.administrator().email())) {
            Subscriber responsible = new Subscriber(
                    enrolment.administrator().name(), enrolment.administratorUnit(), administrator, null);
            if (enrolment.issued() != null) {
                register.reassign(tenant, Map.of(certificate, responsible));
            }
            entrust(tenant, Map.of(certificate, responsible));
        }
        audit.append(AuditEntry.done(tenant, AuditOperation.ENROLMENT_READDRESS, actor)
                .on(enrolment.commonName(), certificate.value())
                .with(Map.of("administrator", administrator, "holder", holder)));
    }

    private void redirect(HolderEnrolment enrolment, String holder) {
        if (enrolment.kind() == CertificateKind.SMIME) {
            throw ADDRESS_IN_CERTIFICATE.because("%s", enrolment.certificate());
        }
        holders.readdress(enrolment.tenant(), enrolment.certificate(), holder);
        if (enrolment.delivery() == Delivery.P12_BULK) {
            return;
        }
        UUID url = ids.next();
        if (!enrolments.redirect(enrolment, url, EnrolmentToken.digest(tokens.of(new CertificateId(url))))) {
            throw ENROLMENT_USED.because("%s", enrolment.certificate());
        }
        outbox.enqueue(
                enrolment.tenant(),
                enrolments.find(enrolment.tenant(), enrolment.certificate()).stream()
                        .map(HolderMail::ready)
                        .toList());
    }

    /**
     * Has the access PINs, and the archives, of what nobody has collected go to whoever answers for it now, in the running transaction. The
     * PINs are others from then on, because somebody else may have the first. What was sent before does not lead to these certificates any
     * more; those of one lot that get the same administrator are together in another.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void entrust(TenantId tenant, Map<CertificateId, Subscriber> responsible) {
        Instant now = clock.instant();
        Map<List<String>, EnrolmentLot> founded = new LinkedHashMap<>();
        for (HolderEnrolment enrolment : enrolments.find(tenant, responsible.keySet())) {
            Subscriber subscriber = Objects.requireNonNull(responsible.get(enrolment.certificate()));
            String email = subscriber.email();
            if (email == null
                    || !enrolment.isOpen(now)
                    || email.equals(enrolment.administrator().email())) {
                continue;
            }
            EnrolmentLot lot = founded.computeIfAbsent(
                    List.of(enrolment.lot().toString(), email),
                    _ -> later.found(
                            enrolment,
                            new EnrolmentLot.Person(
                                    Objects.requireNonNullElse(
                                            subscriber.name(),
                                            enrolment.administrator().name()),
                                    email)));
            later.move(enrolment, lot);
        }
        outbox.enqueue(
                tenant,
                founded.values().stream()
                        .flatMap(lot -> LotMail.waiting(lot, enrolments.count(lot)))
                        .toList());
    }
}
