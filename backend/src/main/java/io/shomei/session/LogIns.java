package io.shomei.session;

import static io.shomei.session.SessionProblem.LOG_IN_FAILED;
import static io.shomei.session.SessionProblem.LOG_IN_INCOMPLETE;
import static io.shomei.session.SessionProblem.LOG_IN_METHOD_OFF;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.Check;
import io.shomei.account.secret.Nobodies;
import io.shomei.account.secret.Nobody;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState.ChangeReason;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.ipallowlist.IpAllowlists;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrance;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions. Whoever is named by a certificate of their own is told what is wrong; whoever is named by an ID is told nothing but
 * that ID or password is wrong, in the same time, until the password is right (C.3). Every success and every refusal is in the history.
 */
@ApplicationScoped
class LogIns {
    private static final Set<Proof> OWN_CERTIFICATE = Set.of(Proof.CERT);
    /** A refusal by ID takes this long: a hash, and whatever had to be looked up and written for an ID that somebody has. */
    private static final Duration REFUSAL = Duration.ofMillis(250);

    private final PresentedCertificates presented;
    private final Accounts accounts;
    private final AccountMethods methods;
    private final Nobodies nobodies;
    private final Secrets secrets;
    private final Policies policies;
    private final Tenants tenants;
    private final IpAllowlists addresses;
    private final LogInSteps steps;
    private final SessionRepository sessions;
    private final SessionTokens tokens;
    private final SessionViews views;
    private final FirstUses uses;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    LogIns(
            PresentedCertificates presented,
            Accounts accounts,
            AccountMethods methods,
            Nobodies nobodies,
            Secrets secrets,
            Policies policies,
            Tenants tenants,
            IpAllowlists addresses,
            LogInSteps steps,
            SessionRepository sessions,
            SessionTokens tokens,
            SessionViews views,
            FirstUses uses,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.presented = presented;
        this.accounts = accounts;
        this.methods = methods;
        this.nobodies = nobodies;
        this.secrets = secrets;
        this.policies = policies;
        this.tenants = tenants;
        this.addresses = addresses;
        this.steps = steps;
        this.sessions = sessions;
        this.tokens = tokens;
        this.views = views;
        this.uses = uses;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a person typed. */
    record Typed(@Nullable String loginId, @Nullable String password) {}

    record Opened(String token, SessionView view) {}

    /** One attempt, as the history tells it. */
    private record Attempt(RequestFacts.Facts request, Language language, String method, long begunAt) {
        Attempt by(List<Proof> other) {
            return new Attempt(request, language, Methods.text(other), begunAt);
        }
    }

    Opened open(Typed typed, RequestFacts.Facts request, Language language) {
        Attempt attempt = new Attempt(request, language, "", System.nanoTime());
        if (request.entrance() != Entrance.CERT) {
            return byId(attempt.by(List.of(Proof.ID)), typed, null);
        }
        Diagnosis diagnosis = presented.diagnose(Optional.ofNullable(request.presented()));
        if (diagnosis instanceof Diagnosis.Good good) {
            return byCertificate(attempt.by(List.of(Proof.CERT)), typed, good);
        }
        if (diagnosis instanceof Diagnosis.Site site) {
            return byId(attempt.by(List.of(Proof.SITE_CERT, Proof.ID)), typed, site.certificate());
        }
        throw refuse(attempt, diagnosis, diagnosis.problem().because(""));
    }

    private Opened byCertificate(Attempt attempt, Typed typed, Diagnosis.Good good) {
        Account account = good.account();
        List<List<Proof>> own = methods.of(account);
        if (typed.loginId() != null) {
            throw refuse(attempt, account, off(own, attempt.language()));
        }
        if (typed.password() == null) {
            List<Proof> method = Methods.matching(own, OWN_CERTIFICATE)
                    .orElseThrow(() -> refuse(
                            attempt,
                            account,
                            own.stream().anyMatch(each -> each.contains(Proof.CERT))
                                    ? LOG_IN_INCOMPLETE.because("")
                                    : off(own, attempt.language())));
            return admitted(attempt.by(method), good, method, null);
        }
        List<Proof> method = own.stream()
                .filter(each -> each.contains(Proof.CERT) && secretOf(each).isPresent())
                .findFirst()
                .orElseThrow(() -> refuse(attempt, account, off(own, attempt.language())));
        ChangeReason due = prove(attempt.by(method), account, method, typed.password());
        return admitted(attempt.by(method), good, method, due);
    }

    private Opened admitted(Attempt attempt, Diagnosis.Good good, List<Proof> method, @Nullable ChangeReason due) {
        Opened opened = admit(attempt, good.account(), method, good.certificate(), due);
        uses.note(good.account(), good.certificate(), actor(attempt, good.account()));
        return opened;
    }

    /**
     * @param site the certificate of the tenant's site, where one was presented: only its accounts are known there, and those that log in
     *     with it are known nowhere else
     */
    private Opened byId(Attempt attempt, Typed typed, @Nullable Certificate site) {
        String loginId = typed.loginId();
        String password = typed.password();
        if (loginId == null || password == null) {
            boolean nothing = loginId == null && password == null && site == null;
            throw refuse(attempt, site, nothing ? LOG_IN_METHOD_OFF : LOG_IN_INCOMPLETE);
        }
        Account account = accounts.findByLoginId(loginId)
                .filter(Account::isActive)
                .filter(found -> site == null || found.tenant().equals(site.tenant()))
                .orElse(null);
        List<Proof> method = account == null
                ? null
                : methodById(policies.of(account.tenant()), site).orElse(null);
        if (account == null || method == null) {
            throw refuseNobody(attempt, loginId, password, site);
        }
        ChangeReason due = prove(attempt.by(method), account, method, password);
        List<List<Proof>> own = methods.of(account);
        if (!own.contains(method)) {
            throw refuse(
                    attempt.by(method),
                    account,
                    Refusals.certificateNeeded(own, account, policies.of(account.tenant()), attempt.language()));
        }
        return admit(attempt.by(method), account, method, site, due);
    }

    /** Refuses unless the password or PIN is right; answers why it has to be changed, if it has to. */
    private @Nullable ChangeReason prove(Attempt attempt, Account account, List<Proof> method, String typed) {
        return switch (secrets.check(
                actor(attempt, account), account, secretOf(method).orElseThrow(), typed)) {
            case Check.Right right -> right.state().changeRequired();
            case Check.Wrong wrong -> throw inSameTime(attempt, refuse(attempt, account, LOG_IN_FAILED.because("")));
            case Check.Unset unset -> throw inSameTime(attempt, refuse(attempt, account, LOG_IN_FAILED.because("")));
            case Check.Locked locked ->
                throw inSameTime(
                        attempt, refuse(attempt, account, locked(attempt, locked, account.tenant(), account.role())));
        };
    }

    /** Of an ID that is nobody's: as an ID that is somebody's is answered, and locked (C.3). */
    private ProblemException refuseNobody(Attempt attempt, String loginId, String typed, @Nullable Certificate site) {
        Optional<Nobody> found = nobodies.of(
                loginId,
                site == null ? null : site.tenant(),
                policy -> methodById(policy, site).isPresent());
        ProblemException refusal = LOG_IN_FAILED.because("");
        if (found.isEmpty()) {
            secrets.checkNothing(typed);
        } else {
            Nobody nobody = found.get();
            SecretKind kind = methodById(policies.of(nobody.tenant()), site)
                    .flatMap(LogIns::secretOf)
                    .orElseThrow();
            if (secrets.checkNobody(nobody, kind, typed) instanceof Check.Locked locked) {
                refusal = locked(attempt, locked, nobody.tenant(), nobody.role());
            }
        }
        return inSameTime(attempt, refuse(attempt, diagnosis(site), refusal));
    }

    private ProblemException locked(Attempt attempt, Check.Locked locked, TenantId tenant, Role role) {
        return Refusals.locked(
                locked, role, policies.of(tenant), tenants.recent(tenant).timeZone(), attempt.language());
    }

    private static Optional<List<Proof>> methodById(Policy policy, @Nullable Certificate site) {
        return policy.auth().methods().stream()
                .filter(each -> each.contains(Proof.ID) && each.contains(Proof.SITE_CERT) == (site != null))
                .findFirst();
    }

    private Opened admit(
            Attempt attempt,
            Account account,
            List<Proof> method,
            @Nullable Certificate certificate,
            @Nullable ChangeReason due) {
        Policy policy = policies.of(account.tenant());
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                tenants.get(account.tenant()).requireActive();
                addresses.admit(account.tenant(), certificate != null, actor(attempt, account));
                Instant now = clock.instant();
                SessionRow proven = new SessionRow(
                        ids.next(),
                        account.tenant(),
                        account.id(),
                        certificate == null ? null : certificate.id(),
                        method,
                        SessionState.OTP_REQUIRED,
                        due,
                        now,
                        now,
                        attempt.request().address(),
                        null,
                        false,
                        certificate == null ? null : certificate.notAfter());
                SessionRow session = steps.isOtpDue(account, policy, method)
                        ? proven
                        : proven.in(steps.afterProof(proven, policy, now));
                sessions.add(session);
                audit.append(AuditEntry.done(account.tenant(), AuditOperation.SESSION_OPEN, actor(attempt, account))
                        .with(facts(attempt, account, certificate, session.state())));
                return new Opened(
                        tokens.issue(session, account.role().name(), certificate == null ? null : certificate.der()),
                        views.view(session, account));
            });
        } catch (ProblemException refusal) {
            throw refuse(attempt, account, refusal);
        }
    }

    private ProblemException refuse(Attempt attempt, Account account, ProblemException refusal) {
        audit.appendNow(AuditEntry.failed(account.tenant(), AuditOperation.SESSION_OPEN, actor(attempt, account))
                .with(facts(attempt, account, refusal.code())));
        return refusal.inHistory();
    }

    /** Of somebody who is nobody: what was typed is not written down, people type passwords into the wrong field. */
    private ProblemException refuse(Attempt attempt, @Nullable Certificate site, SessionProblem problem) {
        return refuse(attempt, diagnosis(site), problem.because(""));
    }

    private static Diagnosis diagnosis(@Nullable Certificate site) {
        return site == null ? new Diagnosis.None() : new Diagnosis.Site(site);
    }

    private ProblemException refuse(Attempt attempt, Diagnosis diagnosis, ProblemException refusal) {
        String problem = refusal.code().slug();
        RequestFacts.Facts request = attempt.request();
        audit.appendNow(AuditEntry.failed(
                        diagnosis.tenant(),
                        AuditOperation.SESSION_OPEN,
                        Actor.anonymous(PresentedCertificates.nameOf(request), request.address(), request.requestId()))
                .with(
                        attempt.method().isEmpty()
                                ? Map.of("problem", problem)
                                : Map.of("method", attempt.method(), "problem", problem)));
        return refusal.inHistory();
    }

    /** Waits until time does not tell any more what was done for the refusal. */
    private static ProblemException inSameTime(Attempt attempt, ProblemException refusal) {
        SameTime.await(attempt.begunAt(), REFUSAL);
        return refusal;
    }

    private static ProblemException off(List<List<Proof>> own, Language language) {
        return Refusals.methodOff(own, language);
    }

    private static Map<String, String> facts(Attempt attempt, Account account, ProblemCode refusal) {
        Map<String, String> facts = new LinkedHashMap<>(account.facts());
        facts.put("method", attempt.method());
        facts.put("problem", refusal.slug());
        return facts;
    }

    private static Map<String, String> facts(
            Attempt attempt, Account account, @Nullable Certificate certificate, SessionState state) {
        Map<String, String> facts = new LinkedHashMap<>(account.facts());
        facts.put("method", attempt.method());
        if (certificate != null) {
            facts.put("serial", certificate.serial().hex());
        }
        if (state != SessionState.ACTIVE) {
            facts.put("due", state.problem().slug());
        }
        return facts;
    }

    private static Actor actor(Attempt attempt, Account account) {
        RequestFacts.Facts request = attempt.request();
        return account.actor(request.address(), request.requestId());
    }

    private static Optional<SecretKind> secretOf(List<Proof> method) {
        if (method.contains(Proof.PASSWORD)) {
            return Optional.of(SecretKind.PASSWORD);
        }
        return method.contains(Proof.PIN) ? Optional.of(SecretKind.PIN) : Optional.empty();
    }
}
