package io.shomei.permission;

import io.shomei.kernel.Role;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do at the services behind the log-in.
 *
 * @param functions in the order of the table
 */
public record Permissions(List<BusinessFunction> functions, TradeLimits limits) {
    public static final Permissions NONE = new Permissions(List.of(), TradeLimits.NONE);

    public Permissions {
        functions = functions.stream().distinct().sorted().toList();
    }

    public boolean include(BusinessFunction function) {
        return functions.contains(function);
    }

    /**
     * What an account has under a table. Administrators have everything (SC-010). Users have what an administrator gave them; before that, in
     * foreign exchange what every contracting user has (SC-011), and of a corporation's accounts nothing.
     *
     * @param given null where nothing was set yet
     */
    static Permissions of(PermissionMatrix matrix, Role role, @Nullable Permissions given) {
        List<BusinessFunction> table = BusinessFunction.of(matrix);
        return switch (role) {
            case ADMINISTRATOR -> new Permissions(table, TradeLimits.NONE);
            case USER -> {
                List<BusinessFunction> open = table.stream()
                        .filter(each -> !each.isForAdministrators())
                        .toList();
                if (given == null) {
                    yield new Permissions(matrix == PermissionMatrix.TRADING ? open : List.of(), TradeLimits.NONE);
                }
                yield new Permissions(
                        open.stream().filter(given::include).toList(),
                        matrix == PermissionMatrix.TRADING ? given.limits() : TradeLimits.NONE);
            }
            case OPERATOR, OFFICER -> NONE;
        };
    }

    static String text(Collection<BusinessFunction> functions) {
        return functions.stream().map(BusinessFunction::name).collect(Collectors.joining(", "));
    }
}
