package io.shomei.permission;

import io.shomei.kernel.Language;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a service behind the log-in asks for by its name, in the order of its table (SC-011, HK-042). */
public enum BusinessFunction {
    FORWARD_TRADE(Group.TRADE),
    LEAVE_ORDER(Group.TRADE),
    CONFIRM(Group.TRADE),
    TRADE_MANAGEMENT(Group.TRADE),
    USER_RESTRICTIONS(Group.SETTINGS),
    BALANCE_INQUIRY(Group.ONLINE),
    STATEMENT_INQUIRY(Group.ONLINE),
    TRADE_HISTORY(Group.ONLINE),
    FUNDS_TRANSFER(Group.ONLINE),
    TRANSFER_RESERVATION_INQUIRY(Group.ONLINE),
    RESERVATION_CANCEL(Group.ONLINE),
    DATA_FILE_SEND(Group.ONLINE),
    DATA_FILE_RECEIVE(Group.ONLINE),
    GENERAL_TRANSFER_REGISTER(Group.GENERAL_TRANSFER),
    GENERAL_TRANSFER_APPROVE(Group.GENERAL_TRANSFER),
    GENERAL_TRANSFER_SEND(Group.GENERAL_TRANSFER),
    SALARY_REGISTER(Group.SALARY),
    SALARY_APPROVE(Group.SALARY),
    SALARY_SEND(Group.SALARY),
    BONUS_REGISTER(Group.BONUS),
    BONUS_APPROVE(Group.BONUS),
    BONUS_SEND(Group.BONUS);

    private final Group group;

    BusinessFunction(Group group) {
        this.group = group;
    }

    /** The heading under which functions stand together. */
    public enum Group {
        TRADE(PermissionMatrix.TRADING),
        SETTINGS(PermissionMatrix.TRADING),
        ONLINE(PermissionMatrix.ONLINE_BANKING),
        GENERAL_TRANSFER(PermissionMatrix.ONLINE_BANKING),
        SALARY(PermissionMatrix.ONLINE_BANKING),
        BONUS(PermissionMatrix.ONLINE_BANKING);

        private final PermissionMatrix matrix;

        Group(PermissionMatrix matrix) {
            this.matrix = matrix;
        }

        public String title(Language language) {
            return PermissionTexts.group(this, language);
        }
    }

    public Group group() {
        return group;
    }

    /** Whether no user can have it. */
    public boolean isForAdministrators() {
        return group == Group.SETTINGS;
    }

    public String title(Language language) {
        return PermissionTexts.function(this, language);
    }

    /** The functions of a table, in its order. */
    public static List<BusinessFunction> of(PermissionMatrix matrix) {
        return Arrays.stream(values())
                .filter(each -> each.group.matrix == matrix)
                .toList();
    }

    /** The function with this name. */
    public static Optional<BusinessFunction> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
