package io.shomei.desk;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy.Desk.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DeskActionRepository {
    private final TenantScope scope;

    DeskActionRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * Which actions are listed; what is null is not asked.
     *
     * @param reissues only those after which a certificate can be acquired anew
     * @param letter how far the letter is
     */
    record Filter(
            @Nullable TenantId tenant,
            @Nullable Role role,
            @Nullable String state,
            @Nullable AccountId account,
            boolean reissues,
            @Nullable String letter) {}

    void add(TenantId tenant, DeskAction action) {
        Stored stored = Stored.of(action.state());
        scope.in(tenant)
                .update(
                        """
                        insert into desk_action (tenant_id, id, account_id, kind, secrets, reference, comment, taken_by_id, taken_by,
                                                 taken_at, state, lapses_at, revoked, letter)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        tenant.value(),
                        action.id(),
                        action.account().id().value(),
                        action.act().name(),
                        action.secrets().stream().map(SecretKind::name).toArray(String[]::new),
                        action.reference(),
                        action.comment(),
                        action.takenById().value(),
                        action.takenBy(),
                        action.takenAt(),
                        stored.state(),
                        action.state() instanceof DeskAction.State.Proposed(Instant until) ? until : null,
                        stored.revoked(),
                        stored.letter());
    }

    /** Stores where an action stands now, with the secrets that it meant in the end. */
    void become(TenantId tenant, DeskAction action) {
        Stored stored = Stored.of(action.state());
        DeskAction.Decision decision = stored.decision();
        DeskAction.Letter.Printed printed = stored.printed();
        scope.in(tenant)
                .update(
                        """
                        update desk_action
                        set state = ?, secrets = ?, revoked = ?, letter = ?, letter_printed_at = ?, letter_printed_by = ?,
                            decided_by = ?, decided_at = ?, decision_comment = ?
                        where tenant_id = ? and id = ?""",
                        stored.state(),
                        action.secrets().stream().map(SecretKind::name).toArray(String[]::new),
                        stored.revoked(),
                        stored.letter(),
                        printed == null ? null : printed.at(),
                        printed == null ? null : printed.by(),
                        decision == null ? null : decision.by(),
                        decision == null ? null : decision.at(),
                        decision == null ? null : decision.comment(),
                        tenant.value(),
                        action.id());
    }

    @AcrossTenants("an operator looks after the accounts of all tenants")
    Optional<DeskAction> findAnyones(UUID id) {
        return scope.acrossTenants().one("select * from v_desk_action where id = ?", DeskActionRepository::read, id);
    }

    /** The action as it is, kept from changing until the transaction ends. */
    Optional<DeskAction> lock(TenantId tenant, UUID id) {
        Sql sql = scope.in(tenant);
        sql.one(
                "select id from desk_action where tenant_id = ? and id = ? for update",
                row -> row.getString(1),
                tenant.value(),
                id);
        return sql.one(
                "select * from v_desk_action where tenant_id = ? and id = ?",
                DeskActionRepository::read,
                tenant.value(),
                id);
    }

    /** Those whose end came: they have lapsed now. */
    @AcrossTenants("time ends proposals, whoever's they are")
    List<DeskAction> endLapsed(Instant now, int limit) {
        Sql sql = scope.acrossTenants();
        List<UUID> ended = sql.list("""
                        update desk_action set state = 'LAPSED' where (tenant_id, id) in (
                            select tenant_id, id from desk_action
                            where state = 'PROPOSED' and coalesce(lapses_at, taken_at + interval '14 days') <= ?
                            limit ? for update skip locked)
                        returning id""", row -> Sql.uuid(row, "id"), now, limit);
        return ended.isEmpty()
                ? List.of()
                : sql.list(
                        "select * from v_desk_action where id = any(?) order by id",
                        DeskActionRepository::read,
                        (Object) ended.toArray(UUID[]::new));
    }

    boolean isProposed(Account account, Act act, Instant now) {
        return scope.in(account.tenant())
                .one(
                        """
                        select id from v_desk_action
                        where tenant_id = ? and account_id = ? and kind = ? and state = 'PROPOSED' and proposed_until > ?""",
                        row -> row.getString(1),
                        account.tenant().value(),
                        account.id().value(),
                        act.name(),
                        now)
                .isPresent();
    }

    /** What somebody still has to decide or to print, the newest first. */
    List<DeskAction> waiting(Account account) {
        return scope.in(account.tenant())
                .list(
                        """
                        select * from v_desk_action
                        where tenant_id = ? and account_id = ? and (state = 'PROPOSED' or state = 'DONE' and letter = 'DUE')
                        order by id desc limit 100""",
                        DeskActionRepository::read,
                        account.tenant().value(),
                        account.id().value());
    }

    /** The newest first. */
    @AcrossTenants("an operator looks after the accounts of all tenants")
    Page<DeskAction> page(Filter filter, PageRequest page) {
        TenantId tenant = filter.tenant();
        Sql sql = tenant == null ? scope.acrossTenants() : scope.in(tenant);
        StringBuilder where = new StringBuilder(" from v_desk_action where true");
        List<Object> values = new ArrayList<>();
        if (tenant != null) {
            where.append(" and tenant_id = ?");
            values.add(tenant.value());
        }
        if (filter.role() != null) {
            where.append(" and role = ?");
            values.add(filter.role().name());
        }
        if (filter.state() != null) {
            where.append(" and state = ?");
            values.add(filter.state());
        }
        if (filter.account() != null) {
            where.append(" and account_id = ?");
            values.add(filter.account().value());
        }
        if (filter.reissues()) {
            where.append(" and state = 'DONE' and kind = any(?)");
            values.add(DeskPlan.REISSUES.stream().map(Act::name).toArray(String[]::new));
        }
        if (filter.letter() != null) {
            where.append(" and letter = ?");
            values.add(filter.letter());
        }
        long total = sql.count(where.toString(), Page.Total.BOUND, values.toArray());
        if (page.after() != null) {
            where.append(page.backwards() ? " and id > ?::uuid" : " and id < ?::uuid");
            values.add(page.after(UUID::fromString));
        }
        List<DeskAction> rows = sql.list(
                "select *" + where + " order by id " + (page.backwards() ? "asc" : "desc") + " limit "
                        + (page.limit() + 1),
                DeskActionRepository::read,
                values.toArray());
        return page.page(rows, row -> row.id().toString(), Page.Total.counted(total));
    }

    /** A state as columns. */
    private record Stored(
            String state,
            DeskAction.@Nullable Decision decision,
            @Nullable Integer revoked,
            String letter,
            DeskAction.Letter.@Nullable Printed printed) {
        static Stored of(DeskAction.State state) {
            return switch (state) {
                case DeskAction.State.Proposed proposed -> new Stored("PROPOSED", null, null, "NONE", null);
                case DeskAction.State.Lapsed lapsed -> new Stored("LAPSED", null, null, "NONE", null);
                case DeskAction.State.Refused(var decision) -> new Stored("REFUSED", decision, null, "NONE", null);
                case DeskAction.State.Done(var approved, int revoked, var letter) ->
                    switch (letter) {
                        case DeskAction.Letter.None none -> new Stored("DONE", approved, revoked, "NONE", null);
                        case DeskAction.Letter.Due due -> new Stored("DONE", approved, revoked, "DUE", null);
                        case DeskAction.Letter.Printed printed ->
                            new Stored("DONE", approved, revoked, "PRINTED", printed);
                    };
            };
        }
    }

    private static DeskAction read(ResultSet row) throws SQLException {
        TenantId tenant = new TenantId(Sql.uuid(row, "tenant_id"));
        Account account = new Account(
                new AccountId(Sql.uuid(row, "account_id")),
                tenant,
                Role.valueOf(row.getString("role")),
                row.getString("login_id"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("email"),
                Account.rights(row.getString("rights")),
                Account.State.valueOf(row.getString("account_state")),
                new Account.Marks(
                        Sql.instant(row, "initialised_at"),
                        Sql.instant(row, "incident_at"),
                        Sql.instant(row, "entitled_at"),
                        Sql.instant(row, "collection_blocked_at"),
                        Sql.instant(row, "collection_accumulated_at")));
        return new DeskAction(
                Sql.uuid(row, "id"),
                account,
                new DeskAction.TenantNames(row.getString("tenant_name_ja"), row.getString("tenant_name_en")),
                Act.valueOf(row.getString("kind")),
                Stream.of((String[]) row.getArray("secrets").getArray())
                        .map(SecretKind::valueOf)
                        .toList(),
                row.getString("reference"),
                row.getString("comment"),
                new AccountId(Sql.uuid(row, "taken_by_id")),
                row.getString("taken_by"),
                Sql.instantOf(row, "taken_at"),
                state(row));
    }

    private static DeskAction.State state(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        DeskAction.Decision decision = by == null
                ? null
                : new DeskAction.Decision(by, Sql.instantOf(row, "decided_at"), row.getString("decision_comment"));
        return switch (row.getString("state")) {
            case "PROPOSED" -> new DeskAction.State.Proposed(Sql.instantOf(row, "proposed_until"));
            case "LAPSED" -> new DeskAction.State.Lapsed(Sql.instantOf(row, "proposed_until"));
            case "REFUSED" -> new DeskAction.State.Refused(Objects.requireNonNull(decision));
            default -> new DeskAction.State.Done(decision, row.getInt("revoked"), letter(row));
        };
    }

    private static DeskAction.Letter letter(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "letter_printed_at");
        return switch (row.getString("letter")) {
            case "DUE" -> new DeskAction.Letter.Due();
            case "PRINTED" ->
                new DeskAction.Letter.Printed(row.getString("letter_printed_by"), Objects.requireNonNull(at));
            default -> new DeskAction.Letter.None();
        };
    }
}
