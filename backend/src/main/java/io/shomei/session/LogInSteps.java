package io.shomei.session;

import static io.shomei.session.SessionProblem.OTP_WRONG;
import static io.shomei.session.SessionProblem.SESSION_ELSEWHERE;
import static io.shomei.session.SessionProblem.SESSION_ENDED;
import static io.shomei.session.SessionProblem.STEP_NOT_DUE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.Check;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.Session.Concurrency;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What may follow on a log-in before the session can be used: a one-time password, the end of an older session, a new password. */
@ApplicationScoped
class LogInSteps {
    private final SessionRepository sessions;
    private final SessionViews views;
    private final Accounts accounts;
    private final Secrets secrets;
    private final OtpChoice otps;
    private final OpenSessions open;
    private final Policies policies;
    private final Tenants tenants;
    private final AuditLog audit;
    private final InstantSource clock;

    LogInSteps(
            SessionRepository sessions,
            SessionViews views,
            Accounts accounts,
            Secrets secrets,
            OtpChoice otps,
            OpenSessions open,
            Policies policies,
            Tenants tenants,
            AuditLog audit,
            InstantSource clock) {
        this.sessions = sessions;
        this.views = views;
        this.accounts = accounts;
        this.secrets = secrets;
        this.otps = otps;
        this.open = open;
        this.policies = policies;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a one-time password follows on this way to log in. */
    boolean isOtpDue(Account account, Policy policy, List<Proof> method) {
        return otps.isDue(account, policy, method);
    }

    /**
     * The step of a session in which everything was proven. One log-in of an account decides at a time, so that two never both find themselves
     * alone.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    SessionState afterProof(SessionRow session, Policy policy, Instant now) {
        Concurrency concurrency = policy.session().concurrency();
        if (concurrency != Concurrency.MANY) {
            sessions.lockLogIns(session.tenant(), session.account());
            if (!living(session, policy, now).isEmpty()) {
                if (concurrency == Concurrency.SINGLE_REFUSE) {
                    throw SESSION_ELSEWHERE.because("");
                }
                return SessionState.RESIDUAL_SESSION;
            }
        }
        return afterAdmission(session);
    }

    /** Compares the one-time password that is due; wrong ones are counted, and the session stays where it is. */
    SessionView answerOtp(Caller caller, String typed, Language language) {
        SessionRow session = due(caller, SessionState.OTP_REQUIRED);
        Account account = account(caller);
        Policy policy = policies.of(caller.tenant());
        SecretKind kind = otps.kindOf(account, policy).orElseThrow(() -> otpFailed(caller, OTP_WRONG.because("")));
        return switch (secrets.check(Actor.of(caller), account, kind, typed)) {
            case Check.Right right -> otpProven(caller, session, kind);
            case Check.Wrong wrong -> throw otpFailed(caller, OTP_WRONG.because(""));
            case Check.Unset unset -> throw otpFailed(caller, OTP_WRONG.because(""));
            case Check.Locked locked ->
                throw otpFailed(
                        caller,
                        Refusals.locked(
                                locked,
                                account.role(),
                                policy,
                                tenants.recent(caller.tenant()).timeZone(),
                                language));
        };
    }

    /** Goes on after the one-time password; where the policy allows one session and refuses a second, this one ends here. */
    SessionView otpProven(Caller caller, SessionRow session, SecretKind kind) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Instant now = clock.instant();
                advance(caller, SessionState.OTP_REQUIRED, afterProof(session, policies.of(caller.tenant()), now));
                audit.append(AuditEntry.done(caller.tenant(), AuditOperation.SESSION_OTP, Actor.of(caller))
                        .with(Map.of("kind", kind.name())));
                return views.view(caller);
            });
        } catch (ProblemException refusal) {
            QuarkusTransaction.requiringNew().run(() -> open.end(session, SessionEnd.SESSION_REFUSE, Actor.of(caller)));
            throw refusal;
        }
    }

    /** Ends what was left open, and goes on with this session (SC-072). */
    @Transactional
    SessionView reLogIn(Caller caller) {
        SessionRow session = due(caller, SessionState.RESIDUAL_SESSION);
        Instant now = clock.instant();
        sessions.lockLogIns(caller.tenant(), caller.account());
        living(session, policies.of(caller.tenant()), now)
                .forEach(older -> open.end(older, SessionEnd.SESSION_DISPLACE, Actor.of(caller)));
        advance(caller, SessionState.RESIDUAL_SESSION, afterAdmission(session));
        return views.view(caller);
    }

    /** The caller's session, if this is what it waits for. */
    SessionRow due(Caller caller, SessionState step) {
        SessionRow session = QuarkusTransaction.joiningExisting()
                .call(() -> sessions.findSession(caller.tenant(), caller.session()))
                .orElseThrow(() -> SESSION_ENDED.because(""));
        if (session.state() != step) {
            throw STEP_NOT_DUE.because("");
        }
        return session;
    }

    /** Takes the caller's session on; refuses where another request was faster. */
    @Transactional(Transactional.TxType.MANDATORY)
    void advance(Caller caller, SessionState from, SessionState to) {
        if (!sessions.advance(caller.tenant(), caller.session(), from, to)) {
            throw STEP_NOT_DUE.because("");
        }
    }

    private List<SessionRow> living(SessionRow beside, Policy policy, Instant now) {
        return sessions.others(beside.tenant(), beside.account(), beside.id()).stream()
                .filter(other -> other.endAt(now, true, policy.session().idleTimeout()) == null)
                .toList();
    }

    private ProblemException otpFailed(Caller caller, ProblemException refusal) {
        audit.appendNow(AuditEntry.failed(caller.tenant(), AuditOperation.SESSION_OTP, Actor.of(caller))
                .with(Map.of("problem", refusal.code().slug())));
        return refusal.inHistory();
    }

    private Account account(Caller caller) {
        return accounts.find(caller.tenant(), caller.account()).orElseThrow();
    }

    private static SessionState afterAdmission(SessionRow session) {
        return session.changeReason() == null ? SessionState.ACTIVE : SessionState.PASSWORD_CHANGE_REQUIRED;
    }
}
