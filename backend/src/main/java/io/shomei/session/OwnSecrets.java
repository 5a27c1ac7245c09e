package io.shomei.session;

import static io.shomei.session.SessionProblem.CONFIRMATION_PIN_OFF;
import static io.shomei.session.SessionProblem.CURRENT_SECRET_WRONG;
import static io.shomei.session.SessionProblem.OTP_WRONG;
import static io.shomei.session.SessionProblem.PASSWORD_OFF;
import static io.shomei.session.SessionProblem.SESSION_ENDED;
import static io.shomei.session.SessionProblem.STEP_NOT_DUE;
import static io.shomei.session.SessionProblem.TOTP_OFF;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.Authenticator;
import io.shomei.account.secret.Check;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretRule;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.OtpKind;
import io.shomei.policy.Policy.Reproof;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people change of their own: password or PIN, confirmation PIN, authenticator app. */
@ApplicationScoped
class OwnSecrets {
    private final Secrets secrets;
    private final Accounts accounts;
    private final Policies policies;
    private final Tenants tenants;
    private final SessionRepository sessions;
    private final SessionViews views;
    private final LogInSteps steps;
    private final OpenSessions open;
    private final OtpChoice otps;
    private final Authenticators authenticators;

    OwnSecrets(
            Secrets secrets,
            Accounts accounts,
            Policies policies,
            Tenants tenants,
            SessionRepository sessions,
            SessionViews views,
            LogInSteps steps,
            OpenSessions open,
            OtpChoice otps,
            Authenticators authenticators) {
        this.secrets = secrets;
        this.accounts = accounts;
        this.policies = policies;
        this.tenants = tenants;
        this.sessions = sessions;
        this.views = views;
        this.steps = steps;
        this.open = open;
        this.otps = otps;
        this.authenticators = authenticators;
    }

    /** Whether an operation of this tenant asks for a confirmation PIN. */
    static boolean asksForConfirmationPin(Policy policy) {
        return policy.auth().stepUp().asksFor(Reproof.CONFIRMATION_PIN);
    }

    /**
     * Changes the password or PIN. Where the change is due, the present one was proven with the log-in and never goes back to the browser
     * (GX-19); of one's own accord it is asked for as the policy says. Whoever else is in with the old one is out.
     */
    SessionView changePassword(Caller caller, @Nullable String current, String value, Language language) {
        Account account = account(caller);
        Policy policy = policies.of(caller.tenant());
        SecretKind kind = SecretKind.ofLogIn(policy).orElseThrow(() -> PASSWORD_OFF.because(""));
        boolean due = session(caller).state() == SessionState.PASSWORD_CHANGE_REQUIRED;
        if (!due) {
            requireActive(caller);
            if (policy.password().changeRequiresCurrent()) {
                prove(caller, account, kind, current, language);
            }
        }
        set(caller, account, kind, value, "/password", language);
        QuarkusTransaction.requiringNew().run(() -> {
            open.endBeside(account, caller.session(), Actor.of(caller));
            if (due) {
                steps.advance(caller, SessionState.PASSWORD_CHANGE_REQUIRED, SessionState.ACTIVE);
            }
        });
        return views.view(caller);
    }

    /** Sets the confirmation PIN; whoever has none yet proves themself with what they log in with. */
    SessionView setConfirmationPin(Caller caller, @Nullable String current, String value, Language language) {
        Account account = account(caller);
        Policy policy = policies.of(caller.tenant());
        if (!asksForConfirmationPin(policy)) {
            throw CONFIRMATION_PIN_OFF.because("");
        }
        Optional<SecretKind> present = secrets.has(account, SecretKind.CONFIRMATION_PIN)
                ? Optional.of(SecretKind.CONFIRMATION_PIN)
                : SecretKind.ofLogIn(policy);
        present.ifPresent(kind -> prove(caller, account, kind, current, language));
        set(caller, account, SecretKind.CONFIRMATION_PIN, value, "/confirmationPin", language);
        return views.view(caller);
    }

    /**
     * The key for an authenticator app. It follows from the session, so nothing is kept of it until a code shows that the app has it; what the account
     * had before goes on until then. Whoever stands at a screen that was left open has neither a code of the present app nor the password.
     */
    Authenticator enrolTotp(Caller caller, @Nullable String present, @Nullable String password, Language language) {
        Account account = account(caller);
        requireTotpNow(caller, account);
        if (!secrets.has(account, SecretKind.TOTP)) {
            if (session(caller).state() == SessionState.ACTIVE) {
                SecretKind.ofLogIn(policies.of(caller.tenant()))
                        .ifPresent(kind -> prove(caller, account, kind, password, language));
            }
        } else {
            switch (secrets.check(Actor.of(caller), account, SecretKind.TOTP, present == null ? "" : present)) {
                case Check.Right right -> {}
                case Check.Wrong wrong -> throw OTP_WRONG.because("");
                case Check.Unset unset -> throw OTP_WRONG.because("");
                case Check.Locked locked -> throw locked(locked, account, language);
            }
        }
        return authenticator(caller, account);
    }

    /** Takes the app into use, if this is a code of it. Where a one-time password was due, it is given with that. */
    SessionView confirmTotp(Caller caller, String code) {
        Account account = account(caller);
        requireTotpNow(caller, account);
        SessionRow session = session(caller);
        if (!secrets.adopt(Actor.of(caller), account, authenticator(caller, account), code)) {
            throw OTP_WRONG.because("");
        }
        return session.state() == SessionState.OTP_REQUIRED
                ? steps.otpProven(caller, session, SecretKind.TOTP)
                : views.view(caller);
    }

    private Authenticator authenticator(Caller caller, Account account) {
        Instant since = secrets.states(account).stream()
                .filter(state -> state.kind() == SecretKind.TOTP)
                .map(SecretState::setAt)
                .findFirst()
                .orElse(null);
        return authenticators.of(caller.session(), since);
    }

    /** In a session that is complete, or where a one-time password is due that the account has no means for yet. */
    private void requireTotpNow(Caller caller, Account account) {
        Policy policy = policies.of(caller.tenant());
        if (!policy.auth().otp().contains(OtpKind.TOTP)) {
            throw TOTP_OFF.because("");
        }
        SessionState state = session(caller).state();
        boolean first = state == SessionState.OTP_REQUIRED
                && otps.kindOf(account, policy).isEmpty();
        if (state != SessionState.ACTIVE && !first) {
            throw STEP_NOT_DUE.because("");
        }
    }

    private void prove(Caller caller, Account account, SecretKind kind, @Nullable String current, Language language) {
        if (current == null) {
            throw CURRENT_SECRET_WRONG.because("");
        }
        switch (secrets.check(Actor.of(caller), account, kind, current)) {
            case Check.Right right -> {}
            case Check.Wrong wrong -> throw CURRENT_SECRET_WRONG.because("");
            case Check.Unset unset -> throw CURRENT_SECRET_WRONG.because("");
            case Check.Locked locked -> throw locked(locked, account, language);
        }
    }

    private void set(Caller caller, Account account, SecretKind kind, String value, String pointer, Language language) {
        List<SecretRule> broken = secrets.faults(account, kind, value);
        if (!broken.isEmpty()) {
            throw secrets.refusal(account, broken, pointer, language);
        }
        secrets.set(caller, account, kind, value);
    }

    private RuntimeException locked(Check.Locked locked, Account account, Language language) {
        return Refusals.locked(
                locked,
                account.role(),
                policies.of(account.tenant()),
                tenants.recent(account.tenant()).timeZone(),
                language);
    }

    private void requireActive(Caller caller) {
        SessionState state = session(caller).state();
        if (state != SessionState.ACTIVE) {
            throw state.problem().because("");
        }
    }

    private SessionRow session(Caller caller) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> sessions.findSession(caller.tenant(), caller.session()))
                .orElseThrow(() -> SESSION_ENDED.because(""));
    }

    private Account account(Caller caller) {
        return accounts.find(caller.tenant(), caller.account()).orElseThrow();
    }
}
