package io.shomei.account;

import static io.shomei.account.AccountProblem.ACCOUNT_FAULTY;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an account that is registered or changed; all of it is told together. */
final class AccountFaults {
    private static final Texts TEXTS = Texts.load("io/shomei/account/faults");

    private final Language language;
    private final List<InputFault> faults = new ArrayList<>();

    AccountFaults(Language language) {
        this.language = language;
    }

    /** Operators belong to the platform, and everybody else to a customer. */
    AccountFaults role(TenantId tenant, Role role) {
        if (tenant.equals(TenantId.PLATFORM) != (role == Role.OPERATOR)) {
            add("/role", "role-not-of-tenant");
        }
        return this;
    }

    /**
     * In the form of the policy, and there where one is typed.
     *
     * @param taken whether another account has it
     */
    AccountFaults loginId(Policy.Identity policy, @Nullable String loginId, boolean taken) {
        String form = policy.userIdFormat();
        if (loginId == null) {
            if (form != null) {
                add("/loginId", "login-id-missing");
            }
        } else if (form != null && !loginId.matches(form)) {
            add("/loginId", "login-id-form", form);
        } else if (taken) {
            add("/loginId", "login-id-taken");
        }
        return this;
    }

    AccountFaults rights(Role role, Set<Right> rights) {
        if (role != Role.OFFICER && !rights.isEmpty()) {
            add("/rights", "rights-not-of-role");
        }
        return this;
    }

    void refuseAny() {
        if (!faults.isEmpty()) {
            throw ACCOUNT_FAULTY.with(faults);
        }
    }

    AccountFaults addAll(List<InputFault> found) {
        faults.addAll(found);
        return this;
    }

    AccountFaults add(String pointer, String code, Object... facts) {
        faults.add(new InputFault(pointer, code, TEXTS.get(language, code, facts)));
        return this;
    }
}
