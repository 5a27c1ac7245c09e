package io.shomei.acquisition;

import static io.shomei.acquisition.AcquisitionProblem.CERTIFICATE_RENEWED;
import static io.shomei.acquisition.AcquisitionProblem.RENEWAL_NOT_OFFERED;
import static io.shomei.acquisition.AcquisitionProblem.RENEWAL_NOT_OPEN;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.Standing;
import io.shomei.enrolment.DeliveredFile;
import io.shomei.enrolment.KeyFileWish;
import io.shomei.escrow.Escrow;
import io.shomei.issuance.Order;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Download.Repetition;
import io.shomei.policy.Policy.RenewalWay;
import io.shomei.profile.Profile;
import io.shomei.session.CertificateProofs;
import io.shomei.tenant.Tenants;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renews the presented certificate for who knows the log-in password with it, in one request: key, certificate and the file under that
 * password, which is in memory for as long as that takes and is kept nowhere (GX-07). Whose certificate it is, is renewed, and nothing
 * else (SC-082).
 */
@ApplicationScoped
class OneRequestRenewals {
    private final AcquisitionRepository repository;
    private final AcquisitionWork work;
    private final LogInSubjects subjects;
    private final Supersessions supersessions;
    private final Handovers handovers;
    private final KeyFiles files;
    private final Escrow escrow;
    private final CertificateProofs proofs;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final SecureRandom random;
    private final InstantSource clock;

    OneRequestRenewals(
            AcquisitionRepository repository,
            AcquisitionWork work,
            LogInSubjects subjects,
            Supersessions supersessions,
            Handovers handovers,
            KeyFiles files,
            Escrow escrow,
            CertificateProofs proofs,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            AuditLog audit,
            SecureRandom random,
            InstantSource clock) {
        this.repository = repository;
        this.work = work;
        this.subjects = subjects;
        this.supersessions = supersessions;
        this.handovers = handovers;
        this.files = files;
        this.escrow = escrow;
        this.proofs = proofs;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /** What came with the request. */
    record Asked(String password, KeyFileWish wish) {
        @Override
        public String toString() {
            return "•••";
        }
    }

    DeliveredFile renew(RequestFacts.Facts request, Asked asked, Language language) {
        // 1. Whose certificate it is, and that the policy renews in this way.
        CertificateProofs.Proven proven = proofs.require(request);
        Account account = proven.account();
        Actor actor = account.actor(request.address(), request.requestId());
        try {
            if (!isOffered(policies.of(account.tenant()))) {
                throw RENEWAL_NOT_OFFERED.because("");
            }
            tenants.get(account.tenant()).requireActive();
            files.requireOffered(account, asked.wish());
            // 2. The password; a failure counts before it is known to be one.
            proofs.requirePassword(actor, account, asked.password(), language);
            // 3. Again, from this page or another: the same certificate.
            Optional<Certificate> again = repeated(proven);
            if (again.isPresent()) {
                return repeat(account, again.get(), asked, actor);
            }
            return renew(proven, asked, actor);
        } catch (ProblemException refusal) {
            audit.appendNow(AuditEntry.failed(account.tenant(), AuditOperation.CERTIFICATE_RENEW_BEGIN, actor)
                    .with(Map.of("problem", refusal.code().slug())));
            throw refusal.inHistory();
        }
    }

    private DeliveredFile renew(CertificateProofs.Proven proven, Asked asked, Actor actor) {
        Account account = proven.account();
        Profile profile = subjects.profile(account).orElseThrow(() -> RENEWAL_NOT_OFFERED.because(""));
        subjects.requireCertifiable(account, profile);
        // 4. Its window is open, and there is no newer one; decided with the account locked.
        AcquisitionWork.Begun begun =
                QuarkusTransaction.requiringNew().call(() -> begin(proven.certificate(), account, profile, actor));
        supersessions.published(begun.revoked());
        // 5. Key, certificate and file. The key is kept only where the download may be resumed.
        KeySpec spec = profile.keys().iterator().next();
        KeyPair pair = spec.generate(random);
        Certificate issued;
        try {
            issued = work.issue(
                    begun.acquisition(),
                    Order.Key.of(spec, pair.getPublic().getEncoded()),
                    actor,
                    (certificate, deadline) -> {
                        if (isResumable(account)) {
                            escrow.keep(
                                    account.tenant(),
                                    List.of(new Escrow.Deposit(certificate.id(), pair.getPrivate(), null, deadline)));
                            escrow.collected(account.tenant(), List.of(certificate.id()), deadline);
                        }
                        handovers.collected(account, certificate, actor);
                    });
        } catch (RuntimeException failed) {
            work.fail(begun.acquisition());
            throw failed;
        }
        return file(account, issued, pair.getPrivate(), asked);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    AcquisitionWork.Begun begin(Certificate present, Account account, Profile profile, Actor actor) {
        Account locked = accounts.lock(account);
        Standing standing = work.standing(locked);
        standing.newerThan(present).ifPresent(newer -> {
            throw CERTIFICATE_RENEWED.because("%s", newer.serial().hex());
        });
        if (!standing.isRenewable(present)) {
            throw RENEWAL_NOT_OPEN.because(
                    "%s", String.valueOf(standing.renewableFrom(present).orElse(null)));
        }
        audit.append(AuditEntry.done(locked.tenant(), AuditOperation.CERTIFICATE_RENEW_BEGIN, actor)
                .on(locked.name(), locked.id().value())
                .with(AcquisitionWork.facts(present)));
        return work.begin(
                locked,
                new AcquisitionWork.Plan(Acquisition.Way.ONE_REQUEST, profile, present.id(), null, null),
                actor);
    }

    /**
     * What took the place of the presented certificate, as long as its file may be had again. The certificate and the password prove as
     * much as they did at first, so that nothing else is asked for: whoever lost the file may have closed the page as well.
     */
    private Optional<Certificate> repeated(CertificateProofs.Proven proven) {
        Account account = proven.account();
        Optional<Certificate> again = work.standing(account).fileOpenOf(proven.certificate());
        Instant now = clock.instant();
        return again.filter(newer -> QuarkusTransaction.requiringNew().call(() -> repository.open(account)).stream()
                .anyMatch(each -> each.way() == Acquisition.Way.ONE_REQUEST
                        && each.certificate().equals(newer.id())
                        && !now.isAfter(each.deadline())));
    }

    private DeliveredFile repeat(Account account, Certificate issued, Asked asked, Actor actor) {
        Escrow.Kept kept = escrow.open(account.tenant(), issued.id())
                .orElseThrow(
                        () -> CERTIFICATE_RENEWED.because("%s", issued.serial().hex()));
        DeliveredFile file = file(account, issued, kept.key(), asked);
        QuarkusTransaction.requiringNew()
                .run(() -> audit.append(AuditEntry.done(account.tenant(), AuditOperation.CERTIFICATE_DOWNLOAD, actor)
                        .on(issued.commonName(), issued.id().value())
                        .with(AcquisitionWork.facts(issued))));
        return file;
    }

    private DeliveredFile file(Account account, Certificate issued, PrivateKey key, Asked asked) {
        return files.write(
                account,
                issued,
                key,
                // What people choose is guessed sooner than what was drawn.
                Pkcs12.ITERATIONS_FOR_CHOSEN_PASSWORD,
                asked.password().toCharArray(),
                asked.wish());
    }

    private boolean isResumable(Account account) {
        return policies.of(account.tenant()).download().policy() != Repetition.ONCE;
    }

    private static boolean isOffered(Policy policy) {
        return policy.renewalWay().filter(RenewalWay.IN_ONE_REQUEST::equals).isPresent();
    }
}
