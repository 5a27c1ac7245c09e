package io.shomei.desk;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.api.AccountState;
import io.shomei.api.CertificateStatus;
import io.shomei.api.DeskAccount;
import io.shomei.api.DeskActionKind;
import io.shomei.api.DeskActionPage;
import io.shomei.api.DeskActionRequest;
import io.shomei.api.DeskActionState;
import io.shomei.api.DeskApi;
import io.shomei.api.DeskCertificate;
import io.shomei.api.DeskDecision;
import io.shomei.api.DeskLetter;
import io.shomei.api.DeskOffer;
import io.shomei.api.DeskReproof;
import io.shomei.api.TenantName;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Desk.Act;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_ADMINISTRATOR})
class DeskResource implements DeskApi {
    /** The id of no account, for which nothing was done. */
    private static final AccountId NOBODY = new AccountId(new UUID(0, 0));

    private final DeskPlanner planner;
    private final DeskActions actions;
    private final DeskLetters letters;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    DeskResource(
            DeskPlanner planner,
            DeskActions actions,
            DeskLetters letters,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.planner = planner;
        this.actions = actions;
        this.letters = letters;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public io.shomei.api.Desk getDesk(String id) {
        DeskPlanner.Desk desk = planner.desk(caller.get(), id);
        Instant now = clock.instant();
        return new io.shomei.api.Desk(
                account(
                        desk.account(),
                        new DeskAction.TenantNames(
                                desk.tenant().nameJa(), desk.tenant().nameEn())),
                desk.certificates().stream()
                        .map(each -> certificate(each, desk.renamedAt(), now))
                        .toList(),
                desk.offers().stream().map(this::offer).toList(),
                desk.waiting().stream().map(this::action).toList(),
                desk.reproof() == Policy.Reproof.NONE
                        ? null
                        : DeskReproof.valueOf(desk.reproof().name()));
    }

    @Override
    public io.shomei.api.DeskAction takeDeskAction(String id, DeskActionRequest body, @Nullable String idempotencyKey) {
        Caller by = caller.get();
        DeskActions.Wish wish = new DeskActions.Wish(
                Act.valueOf(body.kind().name()),
                body.secret() == null ? null : SecretKind.valueOf(body.secret().name()),
                text(body.reference()),
                text(body.comment()));
        return idempotency.once(
                by,
                idempotencyKey,
                "takeDeskAction",
                id + wish,
                io.shomei.api.DeskAction.class,
                () -> action(actions.take(by, id, wish, body.reproof())));
    }

    @Override
    public DeskActionPage listDeskActions(
            @Nullable DeskActionState state,
            @Nullable String account,
            @Nullable Boolean reissues,
            @Nullable DeskLetter letter,
            @Nullable Integer limit,
            @Nullable String cursor) {
        AccountId of = account == null ? null : AccountId.parse(account).orElse(NOBODY);
        Page<DeskAction> page = actions.list(
                caller.get(),
                state == null ? null : state.name(),
                of,
                Boolean.TRUE.equals(reissues),
                letter == null ? null : letter.name(),
                PageRequest.of(limit, cursor));
        return new DeskActionPage(
                page.items().stream().map(this::action).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    public io.shomei.api.DeskAction getDeskAction(String id) {
        return action(actions.find(caller.get(), id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.DeskAction approveDeskAction(String id, DeskDecision body) {
        return action(actions.approve(caller.get(), id, text(body.comment())));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.DeskAction refuseDeskAction(String id, DeskDecision body) {
        return action(actions.refuse(caller.get(), id, text(body.comment())));
    }

    @Override
    public Response printDeskLetter(String id) {
        return Downloads.bytes("application/pdf", "letter-" + id + ".pdf", letters.print(caller.get(), id));
    }

    private DeskOffer offer(DeskPlanner.Offer offer) {
        Language language = request.language();
        DeskPlan.Possible possible = offer.plan() instanceof DeskPlan.Possible found ? found : null;
        return new DeskOffer(
                DeskActionKind.valueOf(offer.act().name()),
                DeskTexts.title(offer.act(), language),
                DeskTexts.effect(offer.act(), language),
                possible != null,
                offer.plan() instanceof DeskPlan.Hindered(var why) ? DeskTexts.hindrance(why, language) : null,
                possible == null ? List.of() : kinds(possible.secrets()),
                possible != null && possible.letter(),
                offer.fourEyes());
    }

    private io.shomei.api.DeskAction action(DeskAction action) {
        DeskAction.Decision decision = switch (action.state()) {
            case DeskAction.State.Proposed proposed -> null;
            case DeskAction.State.Lapsed lapsed -> null;
            case DeskAction.State.Refused(var refused) -> refused;
            case DeskAction.State.Done done -> done.approved();
        };
        DeskAction.State.Done done = action.state() instanceof DeskAction.State.Done found ? found : null;
        DeskAction.Letter.Printed printed =
                done != null && done.letter() instanceof DeskAction.Letter.Printed found ? found : null;
        return new io.shomei.api.DeskAction(
                action.id().toString(),
                account(action.account(), action.tenant()),
                DeskActionKind.valueOf(action.act().name()),
                DeskTexts.title(action.act(), request.language()),
                kinds(action.secrets()),
                state(action.state()),
                action.reference(),
                action.comment(),
                done == null ? DeskLetter.NONE : letter(done.letter()),
                printed == null ? null : printed.at(),
                printed == null ? null : printed.by(),
                action.takenBy(),
                action.takenAt(),
                action.isBy(caller.get()),
                switch (action.state()) {
                    case DeskAction.State.Proposed(Instant until) -> until;
                    case DeskAction.State.Lapsed(Instant at) -> at;
                    case DeskAction.State.Refused refused -> null;
                    case DeskAction.State.Done finished -> null;
                },
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.comment(),
                done == null ? null : done.revoked());
    }

    private static DeskActionState state(DeskAction.State state) {
        return switch (state) {
            case DeskAction.State.Proposed proposed -> DeskActionState.PROPOSED;
            case DeskAction.State.Lapsed lapsed -> DeskActionState.LAPSED;
            case DeskAction.State.Refused refused -> DeskActionState.REFUSED;
            case DeskAction.State.Done done -> DeskActionState.DONE;
        };
    }

    private static DeskLetter letter(DeskAction.Letter letter) {
        return switch (letter) {
            case DeskAction.Letter.None none -> DeskLetter.NONE;
            case DeskAction.Letter.Due due -> DeskLetter.DUE;
            case DeskAction.Letter.Printed printed -> DeskLetter.PRINTED;
        };
    }

    private static DeskAccount account(Account account, DeskAction.TenantNames tenant) {
        return new DeskAccount(
                account.id().toString(),
                new TenantName(account.tenant().toString(), tenant.ja(), tenant.en()),
                io.shomei.api.Role.valueOf(account.role().name()),
                account.loginId(),
                account.name(),
                account.email(),
                AccountState.valueOf(account.state().name()));
    }

    private static DeskCertificate certificate(Certificate certificate, @Nullable Instant renamedAt, Instant now) {
        return new DeskCertificate(
                certificate.id().toString(),
                certificate.serial().hex(),
                certificate.commonName(),
                certificate.notAfter(),
                CertificateStatus.valueOf(certificate.statusAt(now).name()),
                renamedAt != null && certificate.issuedAt().isBefore(renamedAt));
    }

    private static List<io.shomei.api.SecretKind> kinds(List<SecretKind> kinds) {
        return kinds.stream()
                .map(kind -> io.shomei.api.SecretKind.valueOf(kind.name()))
                .toList();
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
