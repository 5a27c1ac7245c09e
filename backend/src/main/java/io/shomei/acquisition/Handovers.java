package io.shomei.acquisition;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.notification.Outbox;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** What it means that somebody has their log-in certificate now: register, history, events, and mails to them and their administrators. */
@ApplicationScoped
class Handovers {
    private final CertificateRegister register;
    private final Accounts accounts;
    private final Outbox outbox;
    private final EventOutbox events;
    private final AuditLog audit;
    private final InstantSource clock;

    Handovers(
            CertificateRegister register,
            Accounts accounts,
            Outbox outbox,
            EventOutbox events,
            AuditLog audit,
            InstantSource clock) {
        this.register = register;
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** It was handed out as a file, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void collected(Account account, Certificate certificate, Actor actor) {
        note(account, certificate, AuditOperation.CERTIFICATE_COLLECT, actor);
    }

    /** It was told, or seen, that its owner has it; in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void confirmed(Account account, Certificate certificate, Actor actor) {
        note(account, certificate, AuditOperation.CERTIFICATE_CONFIRM, actor);
    }

    private void note(Account account, Certificate certificate, AuditOperation operation, Actor actor) {
        Instant now = clock.instant();
        register.collected(account.tenant(), certificate.id(), now);
        audit.append(AuditEntry.done(account.tenant(), operation, actor)
                .on(certificate.commonName(), certificate.id().value())
                .with(AcquisitionWork.facts(certificate)));
        events.tell(
                account.tenant(),
                () -> List.of(
                        Event.of(EventType.CERTIFICATE_COLLECTED, certificate),
                        Event.of(EventType.CERTIFICATE_ACQUIRED, certificate).with("account", Event.account(account))));
        outbox.enqueue(
                account.tenant(),
                // Whoever provokes an issue to get at the new certificate does not stay unseen (F-09).
                Stream.concat(Stream.of(account), accounts.administrators(account.tenant()).stream())
                        .filter(each -> each.email() != null)
                        .distinct()
                        .map(each -> AcquisitionMail.acquired(account, certificate, each, actor, now))
                        .toList());
    }
}
