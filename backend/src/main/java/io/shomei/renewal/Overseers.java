package io.shomei.renewal;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
                .toList();
    }

    /** The kinds of certificates that an officer with these rights looks after. */
    static Set<CertificateKind> kindsOf(Set<Right> rights) {
        return Arrays.stream(CertificateKind.values())
                .filter(kind -> kind.isCoveredBy(rights))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean isOverseenBy(Certificate certificate, Account account) {
        if (account.role() == Role.ADMINISTRATOR) {
            return true;
        }
        // Of log-in certificates their holders are told, and an administrator.
        return certificate.kind().isCoveredBy(account.rights());
    }
}
