package io.shomei.notification;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sends what is in the outbox, some at a time, so that thousands of mails neither flood a mail server nor take the processors from requests; what
 * fails is tried again, later each time, until it is given up and shown as failed.
 */
@ApplicationScoped
class Postman implements RecurringJob {
    /** In one run; the others wait for the next one. */
    private static final int BATCH = 100;
    /** A mail taken by a copy that died is free again after this. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final NoticeRepository notices;
    private final MailRoom room;
    private final MailForm form;
    private final MailTransport transport;
    private final NotificationConfig config;
    private final AuditLog audit;
    private final List<UndeliverableNotices> undeliverable;
    private final InstantSource clock;

    Postman(
            NoticeRepository notices,
            MailRoom room,
            MailForm form,
            NotificationConfig config,
            AuditLog audit,
            @All List<UndeliverableNotices> undeliverable,
            InstantSource clock) {
        this.notices = notices;
        this.room = room;
        this.form = form;
        this.config = config;
        this.audit = audit;
        this.undeliverable = undeliverable;
        this.clock = clock;
        this.transport = config.smtpUrl()
                .<MailTransport>map(url -> new SmtpMailTransport(url))
                .orElseGet(() -> new FileMailTransport(config.directory()));
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        deliver(QuarkusTransaction.requiringNew()
                .call(() -> notices.claimDue(clock.instant(), clock.instant().plus(LEASE), BATCH)));
    }

    private void deliver(List<NoticeView> due) {
        Map<TenantId, Map<String, Language>> languages = room.languages(due);
        Map<TenantId, List<UUID>> delivered = new HashMap<>();
        for (NoticeView notice : due) {
            try {
                Mail mail = room.make(
                        notice,
                        languages.getOrDefault(notice.tenant(), Map.of()).get(notice.recipient()));
                transport.send(mail, form.write(mail));
                delivered
                        .computeIfAbsent(notice.tenant(), _ -> new ArrayList<>())
                        .add(notice.id());
            } catch (IOException | RuntimeException failure) {
                failed(notice, failure);
            }
        }
        transport.rest();
        delivered.forEach((tenant, ids) -> QuarkusTransaction.requiringNew()
                .run(() -> notices.delivered(tenant, ids, transport.delivered(), clock.instant())));
    }

    private void failed(NoticeView notice, Exception failure) {
        boolean last = notice.attempts() >= config.maxAttempts();
        Instant next =
                clock.instant().plus(config.firstRetry().multipliedBy(1L << Math.min(notice.attempts() - 1, 10)));
        Log.warnf("mail %s could not be sent (attempt %d): %s", notice.id(), notice.attempts(), failure.getMessage());
        QuarkusTransaction.requiringNew().run(() -> {
            notices.failed(
                    notice.tenant(),
                    notice.id(),
                    last ? NoticeView.State.FAILED : NoticeView.State.WAITING,
                    last ? null : next,
                    String.valueOf(failure.getMessage()));
            if (last) {
                audit.append(AuditEntry.failed(notice.tenant(), AuditOperation.NOTICE_FAIL, Actor.PLATFORM)
                        .on(notice.recipient(), notice.id()));
                undeliverable.forEach(each -> each.undeliverable(
                        notice.tenant(), notice.id(), notice.kind(), notice.recipient(), notice.certificate()));
            }
        });
    }
}
