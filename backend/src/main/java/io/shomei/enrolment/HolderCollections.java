package io.shomei.enrolment;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it means for everybody else that holders' certificates were collected: register, keys, history, mails and events. */
@ApplicationScoped
class HolderCollections {
    private final CertificateRegister register;
    private final Escrow escrow;
    private final Accounts accounts;
    private final Outbox outbox;
    private final EventOutbox events;
    private final AuditLog audit;

    HolderCollections(
            CertificateRegister register,
            Escrow escrow,
            Accounts accounts,
            Outbox outbox,
            EventOutbox events,
            AuditLog audit) {
        this.register = register;
        this.escrow = escrow;
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
    }

    /**
     * In the running transaction.
     *
     * @param together collected by one person at once, all of one tenant
     * @param keepKeys whether the same page may come again, for which the keys are kept a little longer
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void note(List<HolderEnrolment> together, boolean keepKeys, Instant now, Actor actor) {
        TenantId tenant = together.getFirst().tenant();
        List<CertificateId> ids =
                together.stream().map(HolderEnrolment::certificate).toList();
        register.collected(tenant, ids, now);
        if (keepKeys) {
            escrow.collected(tenant, ids, now.plus(Receipt.WINDOW));
        } else {
            escrow.destroy(tenant, ids, Escrow.End.COLLECTED, actor);
        }
        List<Certificate> certificates = register.withIds(tenant, ids);
        audit.append(certificates.stream()
                .map(each -> AuditEntry.done(tenant, AuditOperation.CERTIFICATE_COLLECT, actor)
                        .on(each.commonName(), each.id().value())
                        .with(Map.of("serial", each.serial().hex())))
                .toList());
        events.tell(
                tenant,
                () -> certificates.stream()
                        .map(each -> Event.of(EventType.CERTIFICATE_COLLECTED, each))
                        .toList());
    }

    /** Has the administrator and the officers told of one that was collected by itself, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(HolderEnrolment enrolment, Instant now) {
        tell(enrolment, 1, enrolment.renews() == null ? List.of() : List.of(enrolment.certificate()), now);
    }

    /**
     * Has the administrator and the officers told, in the running transaction. Officers, who alone can upload it, get the file that
     * revokes what was renewed.
     *
     * @param first the one that the mail names
     * @param count how many were collected together
     * @param renewals those of them that take the place of others
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(HolderEnrolment first, long count, List<CertificateId> renewals, Instant now) {
        Certificate certificate =
                register.find(first.tenant(), first.certificate()).orElseThrow();
        Certificate renewed = renewed(first);
        // One person, one mail: an officer who is the administrator, too, gets the officer's.
        Map<String, Notice> mails = new LinkedHashMap<>();
        accounts.officers(first.tenant(), certificate.kind()).stream()
                .map(HolderCollections::person)
                .map(each -> HolderMail.collected(first, certificate, renewed, count, each, now))
                .forEach(mail -> mails.putIfAbsent(mail.recipient(), mail.replacing(renewals)));
        if (first.administrator().email() != null) {
            Notice mail = HolderMail.collected(first, certificate, renewed, count, first.administrator(), now);
            mails.putIfAbsent(mail.recipient(), mail);
        }
        outbox.enqueue(first.tenant(), List.copyOf(mails.values()));
    }

    private @Nullable Certificate renewed(HolderEnrolment enrolment) {
        CertificateId renews = enrolment.renews();
        return renews == null ? null : register.find(enrolment.tenant(), renews).orElse(null);
    }

    private static EnrolmentLot.Person person(Account officer) {
        return new EnrolmentLot.Person(officer.name(), officer.email());
    }
}
