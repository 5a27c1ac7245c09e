package io.shomei.account;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.account.secret.SecretState;
import io.shomei.api.AccountApi;
import io.shomei.api.AccountChange;
import io.shomei.api.AccountDetail;
import io.shomei.api.AccountPage;
import io.shomei.api.AccountRegistration;
import io.shomei.api.AccountState;
import io.shomei.api.ChangeReason;
import io.shomei.api.PreviousLogIn;
import io.shomei.api.SecretKind;
import io.shomei.api.TenantName;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class AccountResource implements AccountApi {
    /** The id of no tenant, which has no accounts. */
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final AccountAdministration administration;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final EntityTags tags;

    AccountResource(
            AccountAdministration administration,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            EntityTags tags) {
        this.administration = administration;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.tags = tags;
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public AccountPage listAccounts(
            @Nullable String tenant,
            io.shomei.api.@Nullable Role role,
            @Nullable AccountState state,
            @Nullable Boolean locked,
            @Nullable String q,
            @Nullable Integer limit,
            @Nullable String cursor) {
        AccountFilter filter = new AccountFilter(
                tenant == null ? null : TenantId.parse(tenant).orElse(NOBODY),
                role == null ? null : Role.valueOf(role.name()),
                state == null ? null : Account.State.valueOf(state.name()),
                locked,
                q);
        Page<AccountLine> page = administration.list(caller.get(), filter, PageRequest.of(limit, cursor));
        return new AccountPage(
                page.items().stream().map(AccountResource::line).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public AccountDetail createAccount(AccountRegistration body, @Nullable String idempotencyKey) {
        Caller by = caller.get();
        NewAccount wanted = new NewAccount(
                Role.valueOf(body.role().name()),
                body.loginId(),
                new Particulars(body.name(), null, body.email(), rights(body.rights())));
        return idempotency.once(
                by,
                idempotencyKey,
                "createAccount",
                body.tenant() + wanted,
                AccountDetail.class,
                () -> detail(administration.register(by, body.tenant(), wanted, request.language())));
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public AccountDetail getAccount(String id) {
        return detail(administration.view(caller.get(), id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public AccountDetail changeAccount(String ifMatch, String id, AccountChange body) {
        Particulars wanted = new Particulars(body.name(), null, body.email(), rights(body.rights()));
        return detail(administration.change(caller.get(), id, EntityTags.version(ifMatch), wanted, request.language()));
    }

    private AccountDetail detail(AccountAdministration.View view) {
        AccountLine line = view.line();
        Account account = line.account();
        tags.show(line.version());
        return new AccountDetail(
                account.id().toString(),
                tenant(line),
                io.shomei.api.Role.valueOf(account.role().name()),
                account.loginId(),
                account.name(),
                account.email(),
                account.rights().stream()
                        .sorted()
                        .map(right -> io.shomei.api.Right.valueOf(right.name()))
                        .toList(),
                AccountState.valueOf(account.state().name()),
                account.marks().incidentAt(),
                line.createdAt(),
                view.secrets().stream().map(AccountResource::secret).toList(),
                view.logIns().stream()
                        .map(each -> new PreviousLogIn(each.at(), each.address(), account.name()))
                        .toList());
    }

    private static io.shomei.api.AccountLine line(AccountLine line) {
        Account account = line.account();
        return new io.shomei.api.AccountLine(
                account.id().toString(),
                tenant(line),
                io.shomei.api.Role.valueOf(account.role().name()),
                account.loginId(),
                account.name(),
                account.email(),
                AccountState.valueOf(account.state().name()),
                account.marks().incidentAt(),
                line.locked().stream()
                        .map(kind -> SecretKind.valueOf(kind.name()))
                        .toList(),
                line.certificateUntil(),
                line.certificateUntil() != null && line.certificateOutdated(),
                line.createdAt());
    }

    private static io.shomei.api.SecretState secret(SecretState state) {
        return new io.shomei.api.SecretState(
                SecretKind.valueOf(state.kind().name()),
                state.usable(),
                state.setAt(),
                state.changeRequired() == null
                        ? null
                        : ChangeReason.valueOf(state.changeRequired().name()),
                state.expiresOn(),
                state.lapsesAt(),
                state.failures(),
                state.lastFailureAt(),
                state.locked(),
                state.lockedUntil());
    }

    private static TenantName tenant(AccountLine line) {
        return new TenantName(line.account().tenant().toString(), line.tenantNameJa(), line.tenantNameEn());
    }

    private static Set<Right> rights(@Nullable List<io.shomei.api.Right> rights) {
        return rights == null
                ? Set.of()
                : rights.stream().map(right -> Right.valueOf(right.name())).collect(Collectors.toSet());
    }
}
