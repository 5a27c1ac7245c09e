package io.shomei.desk;

import static io.shomei.account.AccountProblem.ACCOUNT_WITHDRAWN;
import static io.shomei.desk.DeskProblem.LETTER_NOT_DUE;
import static io.shomei.desk.DeskProblem.OWN_ACCOUNT;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditOperation;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.kernel.Caller;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the letter of an action, once: the secrets come to be with it, and their hashes are all that stays. */
@ApplicationScoped
class DeskLetters {
    private final DeskActionRepository repository;
    private final DeskActions actions;
    private final Accounts accounts;
    private final Secrets secrets;
    private final AccountEnrolments enrolments;
    private final Tenants tenants;
    private final Entrances entrances;
    private final InstantSource clock;

    DeskLetters(
            DeskActionRepository repository,
            DeskActions actions,
            Accounts accounts,
            Secrets secrets,
            AccountEnrolments enrolments,
            Tenants tenants,
            Entrances entrances,
            InstantSource clock) {
        this.repository = repository;
        this.actions = actions;
        this.accounts = accounts;
        this.secrets = secrets;
        this.enrolments = enrolments;
        this.tenants = tenants;
        this.entrances = entrances;
        this.clock = clock;
    }

    /** In one transaction: where the letter cannot be made, it is still due, and no secret was. */
    @Transactional
    byte[] print(Caller caller, String id) {
        DeskAction found = actions.find(caller, id);
        if (caller.account().equals(found.account().id())) {
            throw OWN_ACCOUNT.because("");
        }
        Account account = accounts.lock(found.account());
        DeskAction action = actions.lock(found);
        action.requireLetterDue();
        if (account.state() == Account.State.WITHDRAWN) {
            throw ACCOUNT_WITHDRAWN.because("");
        }
        Instant now = clock.instant();
        DeskAction.State.Done done = (DeskAction.State.Done) action.state();
        DeskAction printed = action.in(new DeskAction.State.Done(
                done.approved(), done.revoked(), new DeskAction.Letter.Printed(caller.name(), now)));
        repository.become(printed.tenantId(), printed);
        actions.note(AuditOperation.DESK_PRINT, Actor.of(caller), printed, null);
        Tenant tenant = tenants.get(account.tenant());
        return LetterPdf.of(new Letter(
                tenant.nameJa(),
                tenant.nameEn(),
                account.name(),
                account.loginId(),
                credentials(caller, action),
                now,
                tenant.timeZone(),
                entrances.portalUrl()));
    }

    private List<Letter.Credential> credentials(Caller caller, DeskAction action) {
        List<Letter.Credential> credentials = new ArrayList<>();
        if (DeskPlan.invites(action.act())) {
            AccountEnrolments.Pin pin =
                    enrolments.issuePin(action.account()).orElseThrow(() -> LETTER_NOT_DUE.because(""));
            credentials.add(new Letter.Credential("ACCESS_PIN", pin.value(), pin.lapsesAt()));
        }
        for (SecretKind kind : action.secrets()) {
            // An authenticator's key is made by its owner.
            if (kind != SecretKind.TOTP) {
                String value = secrets.issue(Actor.of(caller), action.account(), kind);
                credentials.add(new Letter.Credential(kind.name(), value, lapse(action.account(), kind)));
            }
        }
        return credentials;
    }

    private @Nullable Instant lapse(Account account, SecretKind kind) {
        return secrets.states(account).stream()
                .filter(state -> state.kind() == kind)
                .map(SecretState::lapsesAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
