package io.shomei.notification;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.api.MailLanguage;
import io.shomei.api.MailLanguageChoice;
import io.shomei.api.NoticePage;
import io.shomei.api.NoticeState;
import io.shomei.api.NoticeTemplate;
import io.shomei.api.NoticeTemplateList;
import io.shomei.api.NotificationApi;
import io.shomei.api.TenantLabel;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class NotificationResource implements NotificationApi {
    private final Outbox outbox;
    private final NoticeExamples examples;
    private final RecipientLanguages languages;
    private final Policies policies;
    private final CurrentCaller caller;
    private final RequestFacts request;

    NotificationResource(
            Outbox outbox,
            NoticeExamples examples,
            RecipientLanguages languages,
            Policies policies,
            CurrentCaller caller,
            RequestFacts request) {
        this.outbox = outbox;
        this.examples = examples;
        this.languages = languages;
        this.policies = policies;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public NoticePage listNotices(
            @Nullable NoticeState state,
            @Nullable String kind,
            @Nullable String q,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String certificate,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var filter = new NoticeFilter(
                state == null ? null : NoticeView.State.valueOf(state.name()),
                kind,
                q,
                from,
                to,
                // No notice is about what is no certificate.
                certificate == null ? null : Ids.parse(certificate).orElseGet(() -> new UUID(0, 0)));
        var page = outbox.list(caller.get(), filter, PageRequest.of(limit, cursor));
        return new NoticePage(
                page.items().stream().map(this::notice).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Notice retryNotice(String id) {
        UUID notice = Ids.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
        return notice(outbox.retry(caller.get(), notice));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public NoticeTemplateList listNoticeTemplates(@Nullable TenantLabel label, @Nullable MailLanguage language) {
        Language chosen = language == null ? request.language() : Language.valueOf(language.name());
        Policy.TenantLabel named = Policy.TenantLabel.valueOf((label == null ? TenantLabel.INSTITUTION : label).name());
        // As the platform's own mails have it.
        String prefix = policies.of(caller.get().tenant()).mail().subjectPrefix();
        return new NoticeTemplateList(examples.all(chosen, named, prefix).stream()
                .map(example -> new NoticeTemplate(
                        example.kind(),
                        MailTemplates.title(example.kind(), request.language()),
                        example.text().subject(),
                        example.text().body()))
                .toList());
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public MailLanguageChoice getMailLanguage() {
        return new MailLanguageChoice(languages
                .chosenBy(caller.get())
                .map(language -> MailLanguage.valueOf(language.name()))
                .orElse(null));
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public MailLanguageChoice chooseMailLanguage(MailLanguageChoice body) {
        MailLanguage language = body.language();
        languages.choose(caller.get(), language == null ? null : Language.valueOf(language.name()));
        return getMailLanguage();
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
