package io.shomei.permission;

import static io.shomei.permission.PermissionProblem.PERMISSIONS_FAULTY;
import static io.shomei.permission.PermissionProblem.PERMISSIONS_OFF;

import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What accounts may do at the services behind the log-in, as {@code administration.permissionMatrix} has it. */
@ApplicationScoped
public class UserPermissions {
    private final PermissionRepository repository;
    private final Policies policies;
    private final AuditLog audit;

    UserPermissions(PermissionRepository repository, Policies policies, AuditLog audit) {
        this.repository = repository;
        this.policies = policies;
        this.audit = audit;
    }

    /** The table of a tenant; NONE where its services ask for nothing. */
    public PermissionMatrix matrixOf(TenantId tenant) {
        return policies.of(tenant).administration().permissionMatrix();
    }

    /** What somebody may do now. Only where there is a table, and for users, is anything read. */
    public Permissions of(TenantId tenant, AccountId account, Role role) {
        PermissionMatrix matrix = matrixOf(tenant);
        if (matrix == PermissionMatrix.NONE) {
            return Permissions.NONE;
        }
        Permissions given = role == Role.USER ? repository.find(tenant, account).orElse(null) : null;
        return Permissions.of(matrix, role, given);
    }

    /** What each of these users may do now. */
    @Transactional
    public Map<AccountId, Permissions> ofUsers(TenantId tenant, Collection<AccountId> users) {
        PermissionMatrix matrix = matrixOf(tenant);
        Map<AccountId, Permissions> given = matrix == PermissionMatrix.NONE ? Map.of() : repository.of(tenant, users);
        Map<AccountId, Permissions> permissions = new HashMap<>();
        users.forEach(user -> permissions.put(user, Permissions.of(matrix, Role.USER, given.get(user))));
        return permissions;
    }

    /**
     * Sets what a user may do, from the next request on. Every fault is told together.
     *
     * @throws io.shomei.kernel.ProblemException where the policy has no table
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(Account user, Wanted wanted, Actor actor, Language language) {
        PermissionMatrix matrix = matrixOf(user.tenant());
        if (matrix == PermissionMatrix.NONE) {
            throw PERMISSIONS_OFF.because("");
        }
        List<InputFault> faults = faults(matrix, wanted, language);
        if (!faults.isEmpty()) {
            throw PERMISSIONS_FAULTY.with(faults);
        }
        Permissions permissions = new Permissions(wanted.functions(), wanted.limits());
        repository.set(user.tenant(), user.id(), permissions);
        audit.append(AuditEntry.done(user.tenant(), AuditOperation.ACCOUNT_PERMIT, actor)
                .on(user.name(), user.id().value())
                .with(facts(permissions)));
    }

    /** What an administrator wants a user to have, in the order in which it was sent. */
    public record Wanted(List<BusinessFunction> functions, TradeLimits limits) {
        public Wanted {
            functions = List.copyOf(functions);
        }
    }

    private static List<InputFault> faults(PermissionMatrix matrix, Wanted wanted, Language language) {
        List<InputFault> faults = new ArrayList<>();
        List<BusinessFunction> table = BusinessFunction.of(matrix);
        for (int i = 0; i < wanted.functions().size(); i++) {
            BusinessFunction function = wanted.functions().get(i);
            if (!table.contains(function)) {
                faults.add(fault("/functions/" + i, "function-unknown", language, function.title(language)));
            } else if (function.isForAdministrators()) {
                faults.add(fault("/functions/" + i, "function-for-administrators", language, function.title(language)));
            }
        }
        TradeLimits limits = wanted.limits();
        if (matrix != PermissionMatrix.TRADING && !limits.isNone()) {
            faults.add(fault("", "limits-not-offered", language));
        }
        currencies("/buyCurrencies", limits.buyCurrencies(), language, faults);
        currencies("/sellCurrencies", limits.sellCurrencies(), language, faults);
        return faults;
    }

    private static void currencies(
            String pointer, @Nullable List<String> currencies, Language language, List<InputFault> faults) {
        if (currencies != null) {
            currencies.stream()
                    .filter(each -> !TradeLimits.CURRENCIES.contains(each))
                    .forEach(each -> faults.add(fault(pointer, "currency-unknown", language, each)));
        }
    }

    private static InputFault fault(String pointer, String code, Language language, Object... facts) {
        return new InputFault(pointer, code, PermissionTexts.fault(code, language, facts));
    }

    private static Map<String, String> facts(Permissions permissions) {
        TradeLimits limits = permissions.limits();
        Map<String, String> facts = new HashMap<>();
        facts.put("functions", Permissions.text(permissions.functions()));
        if (limits.buyCurrencies() != null) {
            facts.put("buyCurrencies", String.join(", ", limits.buyCurrencies()));
        }
        if (limits.sellCurrencies() != null) {
            facts.put("sellCurrencies", String.join(", ", limits.sellCurrencies()));
        }
        if (limits.maxPerTrade() != null) {
            facts.put("maxPerTrade", limits.maxPerTrade().toString());
        }
        return facts;
    }
}
