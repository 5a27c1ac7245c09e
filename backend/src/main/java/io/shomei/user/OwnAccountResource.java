package io.shomei.user;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.account.Account;
import io.shomei.api.OwnAccount;
import io.shomei.api.OwnAccountApi;
import io.shomei.api.OwnMailAddress;
import io.shomei.api.Role;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
class OwnAccountResource implements OwnAccountApi {
    private final OwnAccounts own;
    private final CurrentCaller caller;

    OwnAccountResource(OwnAccounts own, CurrentCaller caller) {
        this.own = own;
        this.caller = caller;
    }

    @Override
    public OwnAccount getOwnAccount() {
        return account(own.view(caller.get()));
    }

    @Override
    public OwnAccount changeOwnMailAddress(OwnMailAddress body) {
        return account(own.changeMailAddress(caller.get(), body.email(), body.reproof()));
    }

    private static OwnAccount account(OwnAccounts.View view) {
        Account account = view.account();
        return new OwnAccount(
                account.id().toString(),
                Role.valueOf(account.role().name()),
                account.loginId(),
                account.name(),
                account.kana(),
                account.email(),
                view.permissions() == null ? null : UserResource.permissions(view.permissions()),
                UserResource.reproof(view.reproof()));
    }
}
