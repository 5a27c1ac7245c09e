package io.shomei.acquisition;

import static io.shomei.acquisition.AcquisitionProblem.ACQUISITION_FAILED;
import static io.shomei.acquisition.AcquisitionProblem.ACQUISITION_NOT_OFFERED;
import static io.shomei.acquisition.AcquisitionProblem.CERTIFICATE_ACQUIRED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.CoolDowns;
import io.shomei.account.secret.Check;
import io.shomei.account.secret.Nobodies;
import io.shomei.account.secret.Nobody;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.Standing;
import io.shomei.enrolment.EnrolmentToken;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.profile.Profile;
import io.shomei.session.NewBeginnings;
import io.shomei.session.Refusals;
import io.shomei.session.SameTime;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Acquires the first certificate, or one after the last has ended, with a log-in ID, a password and an acquisition password. All three
 * must be right, and nobody is told which was not (AT-02).
 */
@ApplicationScoped
class Acquisitions {
    /** A refusal takes this long: two hashes, and whatever had to be looked up and written for an ID that somebody has. */
    private static final Duration REFUSAL = Duration.ofMillis(400);

    private static final Texts TEXTS = Texts.load("io/shomei/acquisition/refusals");

    private final AcquisitionRepository repository;
    private final AcquisitionWork work;
    private final LogInSubjects subjects;
    private final NewBeginnings beginnings;
    private final Supersessions supersessions;
    private final Nobodies nobodies;
    private final Secrets secrets;
    private final Accounts accounts;
    private final CoolDowns coolDowns;
    private final Tenants tenants;
    private final Policies policies;
    private final EnrolmentToken tokens;
    private final Jobs jobs;
    private final AuditLog audit;
    private final InstantSource clock;

    Acquisitions(
            AcquisitionRepository repository,
            AcquisitionWork work,
            LogInSubjects subjects,
            NewBeginnings beginnings,
            Supersessions supersessions,
            Nobodies nobodies,
            Secrets secrets,
            Accounts accounts,
            CoolDowns coolDowns,
            Tenants tenants,
            Policies policies,
            EnrolmentToken tokens,
            Jobs jobs,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.work = work;
        this.subjects = subjects;
        this.beginnings = beginnings;
        this.supersessions = supersessions;
        this.nobodies = nobodies;
        this.secrets = secrets;
        this.accounts = accounts;
        this.coolDowns = coolDowns;
        this.tenants = tenants;
        this.policies = policies;
        this.tokens = tokens;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a person typed. */
    record Typed(String loginId, String password, String acquisitionPassword) {
        @Override
        public String toString() {
            return "•••";
        }
    }

    /** The attempt of whoever typed the right values: a new one, or the one that is not collected yet (AT-04). */
    Acquisition acquire(Typed typed, RequestFacts.Facts request, Language language) {
        long begunAt = System.nanoTime();
        // 1. Who it is: both secrets are compared whatever the other is, each at its own counter.
        Account account = accounts.findByLoginId(typed.loginId())
                .filter(Account::isActive)
                .filter(found -> Standing.isByAcquisitionPassword(policies.of(found.tenant())))
                .orElse(null);
        try {
            prove(account, typed, request, language);
        } catch (ProblemException refusal) {
            SameTime.await(begunAt, REFUSAL);
            throw refusal;
        }
        Account proven = Objects.requireNonNull(account);
        tenants.get(proven.tenant()).requireActive();
        Profile profile = subjects.profile(proven).orElseThrow(() -> ACQUISITION_FAILED.because(""));
        subjects.requireCertifiable(proven, profile);
        // 2. Begun, or found, with the account locked: two presses are one attempt.
        AcquisitionWork.Begun begun =
                QuarkusTransaction.requiringNew().call(() -> begin(proven, profile, actor(proven, request), language));
        supersessions.published(begun.revoked());
        return begun.acquisition();
    }

    /** Leads to what was begun. */
    String token(Acquisition acquisition) {
        return tokens.of(acquisition.certificate());
    }

    private void prove(@Nullable Account account, Typed typed, RequestFacts.Facts request, Language language) {
        if (account == null) {
            // What was typed is not written down: people type passwords into the wrong field.
            throw refuse(
                    TenantId.PLATFORM,
                    Actor.anonymous("", request.address(), request.requestId()),
                    refusalOfNobody(typed, language));
        }
        Policy policy = policies.of(account.tenant());
        Actor by = actor(account, request);
        SecretKind kind = SecretKind.ofLogIn(policy).orElse(SecretKind.PASSWORD);
        List<Check> checks = List.of(
                secrets.check(by, account, kind, typed.password()),
                secrets.check(by, account, SecretKind.ACQUISITION_PASSWORD, typed.acquisitionPassword()));
        if (checks.stream().allMatch(Check.Right.class::isInstance)) {
            return;
        }
        throw refuse(account.tenant(), by, refusal(checks, account.tenant(), account.role(), language));
    }

    /** As an ID that is somebody's is answered, and locked. */
    private ProblemException refusalOfNobody(Typed typed, Language language) {
        Optional<Nobody> found = nobodies.of(typed.loginId(), null, Standing::isByAcquisitionPassword);
        if (found.isEmpty()) {
            secrets.checkNothing(typed.password());
            secrets.checkNothing(typed.acquisitionPassword());
            return ACQUISITION_FAILED.because("");
        }
        Nobody nobody = found.get();
        SecretKind kind = SecretKind.ofLogIn(policies.of(nobody.tenant())).orElse(SecretKind.PASSWORD);
        List<Check> checks = List.of(
                secrets.checkNobody(nobody, kind, typed.password()),
                secrets.checkNobody(nobody, SecretKind.ACQUISITION_PASSWORD, typed.acquisitionPassword()));
        return refusal(checks, nobody.tenant(), nobody.role(), language);
    }

    private ProblemException refusal(List<Check> checks, TenantId tenant, Role role, Language language) {
        return checks.stream()
                .flatMap(check -> check instanceof Check.Locked locked ? Stream.of(locked) : Stream.empty())
                .findFirst()
                .map(locked -> Refusals.locked(
                        locked,
                        role,
                        policies.of(tenant),
                        tenants.recent(tenant).timeZone(),
                        language))
                .orElseGet(() -> ACQUISITION_FAILED.because(""));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    AcquisitionWork.Begun begin(Account account, Profile profile, Actor actor, Language language) {
        Account locked = accounts.lock(account);
        Optional<Acquisition> present = repository.open(locked).stream()
                .filter(each -> each.way() == Acquisition.Way.ACQUISITION_PASSWORD)
                .filter(each -> isWaiting(locked, each))
                .findFirst();
        if (present.isPresent()) {
            return new AcquisitionWork.Begun(present.get(), List.of());
        }
        coolDowns.require(locked);
        Standing standing = work.standing(locked);
        standing.newest().filter(newest -> standing.isFull()).ifPresent(newest -> {
            throw CERTIFICATE_ACQUIRED.with(ways(standing, newest, language));
        });
        if (beginnings.needDesk(locked, standing)) {
            throw ACQUISITION_NOT_OFFERED.with(List.of(new InputFault("", "DESK", TEXTS.get(language, "GRACE_OVER"))));
        }
        AcquisitionWork.Begun begun = work.begin(
                locked,
                new AcquisitionWork.Plan(
                        Acquisition.Way.ACQUISITION_PASSWORD,
                        profile,
                        null,
                        null,
                        id -> EnrolmentToken.digest(tokens.of(id))),
                actor);
        audit.append(AuditEntry.done(locked.tenant(), AuditOperation.CERTIFICATE_ACQUIRE, actor)
                .on(locked.name(), locked.id().value()));
        jobs.start(AcquisitionJob.NAME, AcquisitionJob.instance(begun.acquisition()));
        return begun;
    }

    /** Whether it is still being made, or was made and not collected, in time. */
    private boolean isWaiting(Account account, Acquisition acquisition) {
        if (acquisition.isUnderWay()) {
            return true;
        }
        Instant now = clock.instant();
        return acquisition.issuedAt() != null
                && !now.isAfter(acquisition.deadline())
                && work.standing(account).unconfirmed().stream()
                        .anyMatch(each -> each.id().equals(acquisition.certificate()));
    }

    /** How somebody who has a certificate goes on (M-ACQ-EXISTS). */
    private List<InputFault> ways(Standing standing, Certificate newest, Language language) {
        Tenant tenant = tenants.recent(newest.tenant());
        DateTimeFormatter format = DateTimeFormatter.ofPattern(TEXTS.get(language, "time"), language.locale());
        List<InputFault> ways = new ArrayList<>();
        standing.renewableFrom(newest)
                .ifPresent(from -> ways.add(new InputFault(
                        "", "RENEW", TEXTS.get(language, "RENEW", format.format(from.atZone(tenant.timeZone()))))));
        ways.add(new InputFault(
                "",
                "DESK",
                TEXTS.get(language, "DESK", format.format(newest.notAfter().atZone(tenant.timeZone())))));
        return ways;
    }

    private ProblemException refuse(TenantId tenant, Actor actor, ProblemException refusal) {
        audit.appendNow(AuditEntry.failed(tenant, AuditOperation.CERTIFICATE_ACQUIRE, actor)
                .with(Map.of("problem", refusal.code().slug())));
        return refusal.inHistory();
    }

    private static Actor actor(Account account, RequestFacts.Facts request) {
        return account.actor(request.address(), request.requestId());
    }
}
