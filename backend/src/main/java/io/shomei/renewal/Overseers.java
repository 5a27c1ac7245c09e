package io.shomei.renewal;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Who looks after a tenant's certificates and can be written to: officers by their rights, administrators for all. */
@ApplicationScoped
class Overseers {
    private final Accounts accounts;

    Overseers(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Account> of(TenantId tenant) {
        return Stream.concat(accounts.officers(tenant).stream(), accounts.administrators(tenant).stream())
                .filter(account -> account.email() != null)
                .toList();
    }

    static boolean isOverseenBy(Certificate certificate, Account account) {
        if (account.role() == Role.ADMINISTRATOR) {
            return true;
        }
        return switch (certificate.kind()) {
            case SERVER -> account.rights().contains(Right.SERVER);
            case CLIENT, SMIME -> account.rights().contains(Right.CLIENT);
            case CODE_SIGNING -> account.rights().contains(Right.CODE_SIGNING);
            // Log-in certificates: their holders are told, and an administrator.
            case OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> false;
        };
    }
}
