package io.shomei.account;

import io.shomei.audit.Actor;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What logs in.
 *
 * @param loginId what is typed where the policy asks for an ID; text, so that leading zeros count
 * @param kana the name in half-width kana, where the policy has one (HK-043)
 * @param email where the account's mails go
 */
public record Account(
        AccountId id,
        TenantId tenant,
        Role role,
        @Nullable String loginId,
        String name,
        @Nullable String kana,
        @Nullable String email,
        Set<Right> rights,
        State state,
        Marks marks) {

    public Account {
        rights = Set.copyOf(rights);
    }

    /** One to which nothing happened yet. */
    public Account(
            AccountId id,
            TenantId tenant,
            Role role,
            @Nullable String loginId,
            String name,
            @Nullable String email,
            Set<Right> rights,
            State state) {
        this(id, tenant, role, loginId, name, null, email, rights, state, Marks.NONE);
    }

    /**
     * What happened to an account, and since when it counts.
     *
     * @param initialisedAt since when it begins anew: certificates from before count no more for how it logs in (HK-004)
     * @param incidentAt since when an incident (事故登録) is registered: nobody logs in with it until that is lifted
     * @param entitledAt since when an administrator lets it acquire a certificate (HK-040)
     * @param collectionBlockedAt since when the bank's collection service is blocked for it (収納サービス封鎖, HK-042)
     * @param collectionAccumulatedAt since when it is because that happened too often (累積封鎖), which the service desk alone lifts
     */
    public record Marks(
            @Nullable Instant initialisedAt,
            @Nullable Instant incidentAt,
            @Nullable Instant entitledAt,
            @Nullable Instant collectionBlockedAt,
            @Nullable Instant collectionAccumulatedAt) {
        public static final Marks NONE = new Marks(null, null, null, null, null);

        Marks initialised(@Nullable Instant at) {
            return new Marks(at, incidentAt, entitledAt, collectionBlockedAt, collectionAccumulatedAt);
        }

        Marks incident(@Nullable Instant at) {
            return new Marks(initialisedAt, at, entitledAt, collectionBlockedAt, collectionAccumulatedAt);
        }

        Marks entitled(@Nullable Instant at) {
            return new Marks(initialisedAt, incidentAt, at, collectionBlockedAt, collectionAccumulatedAt);
        }

        Marks collection(@Nullable Instant blockedAt, @Nullable Instant accumulatedAt) {
            return new Marks(initialisedAt, incidentAt, entitledAt, blockedAt, accumulatedAt);
        }

        /** Whether the collection service is blocked, for whichever reason. */
        public boolean blocksCollection() {
            return collectionBlockedAt != null || collectionAccumulatedAt != null;
        }

        /**
         * Whether an administrator let the account acquire a certificate, and it has not done so yet.
         *
         * @param lastIssued when its newest certificate was issued, whatever became of that
         */
        public boolean awaitsCertificate(@Nullable Instant lastIssued) {
            if (entitledAt == null || lastIssued == null) {
                return entitledAt != null;
            }
            boolean since = lastIssued.isAfter(entitledAt);
            return !since || (initialisedAt != null && !lastIssued.isAfter(initialisedAt));
        }
    }

    /** Only an active account logs in, and only while no incident is registered. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        WITHDRAWN
    }

    /** The rights as one column of a row. */
    String storedRights() {
        return rights.stream().map(Right::name).sorted().collect(Collectors.joining(","));
    }

    /** Reads rights as a row of an account holds them. */
    public static Set<Right> rights(String stored) {
        return stored.isEmpty()
                ? Set.of()
                : Stream.of(stored.split(",", -1)).map(Right::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The account as who does something. */
    public Actor actor(@Nullable String address, @Nullable String requestId) {
        return new Actor(name, id, role, address, requestId);
    }

    /** What the history tells of the account beside its name: what people know it by. */
    public Map<String, String> facts() {
        return loginId == null ? Map.of() : Map.of("loginId", loginId);
    }

    public boolean isActive() {
        return state == State.ACTIVE && marks.incidentAt() == null;
    }

    public @Nullable Instant initialisedAt() {
        return marks.initialisedAt();
    }

    /** The same account with other particulars. */
    Account with(Particulars particulars) {
        return new Account(
                id,
                tenant,
                role,
                loginId,
                particulars.name(),
                particulars.kana(),
                particulars.email(),
                particulars.rights(),
                state,
                marks);
    }
}
