package io.shomei.notification;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.NoticePage;
import io.shomei.api.NoticeState;
import io.shomei.api.NotificationApi;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class NotificationResource implements NotificationApi {
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final RequestFacts request;

    NotificationResource(Outbox outbox, CurrentCaller caller, RequestFacts request) {
        this.outbox = outbox;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER})
    public NoticePage listNotices(
            @Nullable NoticeState state, @Nullable String q, @Nullable Integer limit, @Nullable String cursor) {
        var page = outbox.list(
                caller.get(),
                state == null ? null : NoticeView.State.valueOf(state.name()),
                q,
                PageRequest.of(limit, cursor));
        return new NoticePage(
                page.items().stream().map(this::notice).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Notice retryNotice(String id) {
        UUID notice = Ids.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
        return notice(outbox.retry(caller.get(), notice));
    }

    private io.shomei.api.Notice notice(NoticeView view) {
        Language language = request.language();
        boolean operator = caller.get().role() == Role.OPERATOR;
        return new io.shomei.api.Notice(
                view.id().toString(),
                operator ? view.tenant().toString() : null,
                view.kind(),
                MailTemplates.title(view.kind(), language),
                view.recipient(),
                NoticeState.valueOf(view.state().name()),
                view.attempts(),
                view.lastError(),
                view.createdAt(),
                view.sentAt(),
                view.nextAttemptAt(),
                view.certificate() == null ? null : view.certificate().toString());
    }
}
