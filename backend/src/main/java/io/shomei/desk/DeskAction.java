package io.shomei.desk;

import static io.shomei.desk.DeskProblem.DESK_ACTION_DECIDED;
import static io.shomei.desk.DeskProblem.DESK_ACTION_LAPSED;
import static io.shomei.desk.DeskProblem.LETTER_NOT_DUE;
import static io.shomei.desk.DeskProblem.LETTER_PRINTED;

import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy.Desk.Act;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done for an account, or waits for a second person.
 *
 * @param secrets which it unlocks, ends or hands out
 * @param reference the request document (依頼書)
 */
record DeskAction(
        UUID id,
        Account account,
        TenantNames tenant,
        Act act,
        List<SecretKind> secrets,
        @Nullable String reference,
        @Nullable String comment,
        AccountId takenById,
        String takenBy,
        Instant takenAt,
        State state) {

    DeskAction {
        secrets = List.copyOf(secrets);
    }

    /** How the account's tenant is called. */
    record TenantNames(String ja, String en) {}

    /** Where it stands. */
    sealed interface State {
        /**
         * Nothing was done yet.
         *
         * @param until from this moment on nobody can approve it
         */
        record Proposed(Instant until) implements State {}

        /** Nobody decided in time, and nothing will be done. */
        record Lapsed(Instant at) implements State {}

        /** Nothing will be done. */
        record Refused(Decision decision) implements State {}

        /**
         * It was done.
         *
         * @param approved null where one person was enough
         * @param revoked how many certificates it revoked
         */
        record Done(@Nullable Decision approved, int revoked, Letter letter) implements State {}
    }

    /** What a second person said. */
    record Decision(String by, Instant at, @Nullable String comment) {}

    /** The letter that hands out what is new. */
    sealed interface Letter {
        record None() implements Letter {}

        record Due() implements Letter {}

        record Printed(String by, Instant at) implements Letter {}
    }

    TenantId tenantId() {
        return account.tenant();
    }

    boolean isBy(Caller caller) {
        return takenById.equals(caller.account());
    }

    /** Refuses where it was decided before, its time is over, or the same person would decide. */
    void requireSecondPerson(Caller caller, Instant now) {
        requireProposed(now);
        caller.requireOtherThan(takenById);
    }

    void requireProposed(Instant now) {
        switch (state) {
            case State.Proposed(Instant until) when now.isBefore(until) -> {
                // It waits.
            }
            case State.Proposed(Instant until) -> throw DESK_ACTION_LAPSED.because("%s", until);
            case State.Lapsed(Instant at) -> throw DESK_ACTION_LAPSED.because("%s", at);
            case State.Refused refused -> throw DESK_ACTION_DECIDED.because("");
            case State.Done done -> throw DESK_ACTION_DECIDED.because("");
        }
    }

    /** Refuses where there is no letter to make, or it was made before. */
    void requireLetterDue() {
        if (!(state instanceof State.Done done)) {
            throw LETTER_NOT_DUE.because("");
        }
        switch (done.letter()) {
            case Letter.Due due -> {
                // It is made now.
            }
            case Letter.None none -> throw LETTER_NOT_DUE.because("");
            case Letter.Printed(String by, Instant at) -> throw LETTER_PRINTED.because("%s %s", by, at);
        }
    }

    DeskAction in(State next) {
        return new DeskAction(id, account, tenant, act, secrets, reference, comment, takenById, takenBy, takenAt, next);
    }
}
