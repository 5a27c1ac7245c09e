package io.shomei.user;

import io.shomei.account.Account;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.LockedSecrets;
import io.shomei.account.secret.OtpStandings;
import io.shomei.account.secret.SecretKind;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.permission.Permissions;
import io.shomei.permission.UserPermissions;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Issuance.Approval;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of a tenant's users; what the columns tell is read for a page at once. */
@ApplicationScoped
class UserLines {
    private final UserRepository repository;
    private final LockedSecrets locked;
    private final OtpStandings otps;
    private final UserPermissions permissions;
    private final Policies policies;
    private final Tenants tenants;
    private final InstantSource clock;

    UserLines(
            UserRepository repository,
            LockedSecrets locked,
            OtpStandings otps,
            UserPermissions permissions,
            Policies policies,
            Tenants tenants,
            InstantSource clock) {
        this.repository = repository;
        this.locked = locked;
        this.otps = otps;
        this.permissions = permissions;
        this.policies = policies;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional
    Page<UserLine> list(Caller caller, UserFilter filter, UserFilter.Order order, PageRequest request) {
        TenantId tenant = caller.tenant();
        Set<AccountId> lockedNow =
                filter.locked() == null ? null : locked.now(tenant).keySet();
        boolean asked = policies.of(tenant).issuance().approval() == Approval.ENTITLEMENT;
        Page<UserRow> page = repository.page(
                tenant, filter, new UserRepository.Now(lockedNow, asked, clock.instant()), order, request);
        return new Page<>(of(tenant, page.items()), page.next(), page.previous(), page.total());
    }

    /** In the same order. */
    @Transactional
    List<UserLine> of(TenantId tenant, List<UserRow> rows) {
        List<AccountId> ids = rows.stream().map(row -> row.account().id()).toList();
        Map<AccountId, List<SecretKind>> kinds = locked.among(tenant, ids);
        Map<AccountId, OtpStandings.Standing> standings = otps.of(tenant, ids);
        Map<AccountId, Permissions> permitted = permissions.ofUsers(tenant, ids);
        Policy policy = policies.of(tenant);
        ZoneId zone = tenants.recent(tenant).timeZone();
        Instant now = clock.instant();
        return rows.stream()
                .map(row -> {
                    Account account = row.account();
                    Instant lapsesAt = Entitlements.lapsesAt(account.marks(), policy, zone);
                    CertificateStanding certificate = CertificateStanding.of(
                            account.marks(),
                            Entitlements.isAskedFor(account, policy),
                            lapsesAt,
                            row.certificateUntil(),
                            row.lastIssued(),
                            now);
                    return new UserLine(
                            row,
                            certificate,
                            certificate == CertificateStanding.VALID ? row.certificateUntil() : null,
                            certificate == CertificateStanding.ENTITLED ? lapsesAt : null,
                            kinds.getOrDefault(account.id(), List.of()),
                            standings.get(account.id()),
                            permitted.getOrDefault(account.id(), Permissions.NONE));
                })
                .toList();
    }
}
