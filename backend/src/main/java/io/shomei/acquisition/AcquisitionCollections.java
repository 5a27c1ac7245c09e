package io.shomei.acquisition;

import static io.shomei.acquisition.AcquisitionProblem.ACQUISITION_PASSWORD_LOCKED;
import static io.shomei.acquisition.AcquisitionProblem.ACQUISITION_PASSWORD_WRONG;
import static io.shomei.acquisition.AcquisitionProblem.CERTIFICATE_ISSUING;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_LAPSED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_REVOKED;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;

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
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.enrolment.DeliveredFile;
import io.shomei.enrolment.EnrolmentToken;
import io.shomei.enrolment.FurtherEnrolments;
import io.shomei.enrolment.KeyFileWish;
import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Download.Repetition;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what was acquired with an acquisition password, as a file that opens with it. Only its hash is kept, so it is typed once more; as
 * often as the policy lets a download be resumed, until the certificate was used.
 */
@ApplicationScoped
class AcquisitionCollections implements FurtherEnrolments {
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final AcquisitionRepository repository;
    private final KeyFiles files;
    private final LogInSubjects subjects;
    private final Handovers handovers;
    private final Secrets secrets;
    private final Escrow escrow;
    private final CertificateRegister register;
    private final Profiles profiles;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final RequestFacts request;
    private final InstantSource clock;

    AcquisitionCollections(
            AcquisitionRepository repository,
            KeyFiles files,
            LogInSubjects subjects,
            Handovers handovers,
            Secrets secrets,
            Escrow escrow,
            CertificateRegister register,
            Profiles profiles,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            AuditLog audit,
            RequestFacts request,
            InstantSource clock) {
        this.repository = repository;
        this.files = files;
        this.subjects = subjects;
        this.handovers = handovers;
        this.secrets = secrets;
        this.escrow = escrow;
        this.register = register;
        this.profiles = profiles;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.request = request;
        this.clock = clock;
    }

    /** How long a page waits before it asks again. */
    Duration refresh(TenantId tenant) {
        Duration asked = policies.of(tenant).issuance().autoRefresh();
        return asked == null ? REFRESH : asked;
    }

    @Override
    @Transactional
    public Optional<One> find(String token) {
        return repository.findByToken(EnrolmentToken.digest(token)).map(this::view);
    }

    private View view(Acquisition acquisition) {
        Account account =
                accounts.find(acquisition.tenant(), acquisition.account()).orElseThrow();
        Certificate certificate = acquisition.issuedAt() == null
                ? null
                : register.find(acquisition.tenant(), acquisition.certificate()).orElse(null);
        return new View(
                acquisition,
                account,
                tenants.get(acquisition.tenant()),
                profiles.get(acquisition.profile()),
                certificate);
    }

    /** What a URL leads to. */
    private final class View implements One {
        private final Acquisition acquisition;
        private final Account account;
        private final Tenant tenant;
        private final Profile profile;

        /** Null before it was issued. */
        private final @Nullable Certificate certificate;

        View(
                Acquisition acquisition,
                Account account,
                Tenant tenant,
                Profile profile,
                @Nullable Certificate certificate) {
            this.acquisition = acquisition;
            this.account = account;
            this.tenant = tenant;
            this.profile = profile;
            this.certificate = certificate;
        }

        State state() {
            if (acquisition.failed()) {
                return State.FAILED;
            }
            if (acquisition.endedAt() != null || !account.isActive()) {
                return State.REVOKED;
            }
            if (certificate == null) {
                return State.ISSUING;
            }
            if (certificate.state() instanceof CertificateState.Revoked) {
                return State.REVOKED;
            }
            if (certificate.collectedAt() != null) {
                return State.COLLECTED;
            }
            return clock.instant().isAfter(acquisition.deadline()) ? State.LAPSED : State.WAITING;
        }

        /** Whether the file can be had now: for the first time, or again because the download broke. */
        private boolean isCollectable() {
            return switch (state()) {
                case WAITING -> true;
                case COLLECTED -> isRepeatable();
                case ISSUING, LAPSED, REVOKED, FAILED -> false;
            };
        }

        private boolean isRepeatable() {
            boolean unused = certificate != null && certificate.firstUsedAt() == null;
            return !clock.instant().isAfter(acquisition.deadline())
                    && switch (policies.of(account.tenant()).download().policy()) {
                        case ONCE -> false;
                        case RESUMABLE -> unused;
                        case REPEATABLE -> true;
                    };
        }

        @Override
        public Shown shown() {
            State state = state();
            return new Shown(
                    state,
                    acquisition.deadline(),
                    profile.kind(),
                    certificate == null ? subjects.subject(account, profile).text() : certificate.subjectDn(),
                    certificate == null
                            ? null
                            : new Issued(certificate.serial(), certificate.notAfter(), certificate.collectedAt()),
                    tenant,
                    isCollectable() ? files.forms(account) : List.of(),
                    state == State.ISSUING ? refresh(account.tenant()) : null,
                    LogInSubjects.fileName(account),
                    policies.of(account.tenant()).p12().proposed());
        }

        @Override
        public DeliveredFile collect(String secret, KeyFileWish wish) {
            files.requireOffered(account, wish);
            // 1. It waits, or may be had again.
            Certificate issued = requireCollectable();
            // 2. The acquisition password, which the file opens with; a failure counts before it is known to be one.
            Actor actor = account.actor(request.address(), request.requestId());
            requireSecret(actor, secret);
            // 3. The file is made first, so that a fault of ours uses nothing up.
            Escrow.Kept kept = escrow.open(account.tenant(), issued.id())
                    .orElseThrow(() -> ENROLMENT_USED.because("%s", String.valueOf(issued.collectedAt())));
            DeliveredFile file = files.write(
                    account, issued, kept.key(), Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD, secret.toCharArray(), wish);
            // 4. Register, key, history and mails: one transaction.
            QuarkusTransaction.requiringNew().run(() -> note(issued.id(), actor));
            return file;
        }

        /** Decided with the certificate locked: of several who come at once one is the first. */
        private void note(CertificateId id, Actor actor) {
            Certificate issued = register.lock(account.tenant(), List.of(id)).getFirst();
            boolean once = policies.of(account.tenant()).download().policy() == Repetition.ONCE;
            if (issued.state() instanceof CertificateState.Revoked) {
                throw ENROLMENT_REVOKED.because("");
            }
            if (issued.collectedAt() != null) {
                if (once) {
                    throw ENROLMENT_USED.because("%s", issued.collectedAt());
                }
                audit.append(AuditEntry.done(account.tenant(), AuditOperation.CERTIFICATE_DOWNLOAD, actor)
                        .on(issued.commonName(), issued.id().value())
                        .with(AcquisitionWork.facts(issued)));
                return;
            }
            handovers.collected(account, issued, actor);
            if (once) {
                escrow.destroy(account.tenant(), List.of(issued.id()), Escrow.End.COLLECTED, actor);
            } else {
                escrow.collected(account.tenant(), List.of(issued.id()), acquisition.deadline());
            }
        }

        private Certificate requireCollectable() {
            State state = state();
            Instant deadline = acquisition.deadline();
            if (certificate != null && isCollectable()) {
                return certificate;
            }
            throw switch (state) {
                case ISSUING -> CERTIFICATE_ISSUING.because("");
                case COLLECTED ->
                    ENROLMENT_USED.because("%s", certificate == null ? "" : String.valueOf(certificate.collectedAt()));
                case LAPSED -> ENROLMENT_LAPSED.because("%s", deadline);
                case WAITING, REVOKED, FAILED -> ENROLMENT_REVOKED.because("");
            };
        }

        private void requireSecret(Actor actor, String typed) {
            switch (secrets.check(actor, account, SecretKind.ACQUISITION_PASSWORD, typed)) {
                case Check.Right right -> {
                    // It is them.
                }
                case Check.Locked locked -> throw refused(actor, ACQUISITION_PASSWORD_LOCKED);
                case Check.Wrong wrong -> throw refused(actor, ACQUISITION_PASSWORD_WRONG);
                case Check.Unset unset -> throw refused(actor, ACQUISITION_PASSWORD_WRONG);
            }
        }

        private ProblemException refused(Actor actor, ProblemCode problem) {
            audit.appendNow(AuditEntry.failed(account.tenant(), AuditOperation.CERTIFICATE_COLLECT, actor)
                    .on(account.name(), acquisition.certificate().value())
                    .with(Map.of("problem", problem.slug())));
            return problem.because("").inHistory();
        }
    }
}
