package io.shomei.notification;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.notification.NotificationProblem.NOTICE_ALREADY_SENT;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Takes mails in the transaction that causes them; a job sends them afterwards. */
@ApplicationScoped
public class Outbox {
    private final NoticeRepository notices;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Outbox(NoticeRepository notices, AuditLog audit, Ids ids, InstantSource clock) {
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void enqueue(TenantId tenant, List<Notice> mails) {
        if (!mails.isEmpty()) {
            notices.add(tenant, mails, ids, clock.instant());
        }
    }

    /** The newest first. An operator sees all tenants, everybody else the own one. */
    @Transactional
    Page<NoticeView> list(Caller caller, NoticeFilter filter, PageRequest page) {
        return caller.role() == Role.OPERATOR
                ? notices.pageOfAll(filter, page)
                : notices.page(caller.tenant(), filter, page);
    }

    /** Makes a mail that failed or still waits due at once. */
    @Transactional
    NoticeView retry(Caller caller, UUID id) {
        NoticeView notice = notices.lockAnyones(id).orElseThrow(() -> NOT_FOUND.because(""));
        if (notice.state() == NoticeView.State.SENT || notice.state() == NoticeView.State.KEPT) {
            throw NOTICE_ALREADY_SENT.because("");
        }
        notices.due(notice.tenant(), id, clock.instant());
        audit.append(AuditEntry.done(notice.tenant(), AuditOperation.NOTICE_RETRY, Actor.of(caller))
                .on(notice.recipient(), id));
        return notices.lockAnyones(id).orElseThrow();
    }
}
