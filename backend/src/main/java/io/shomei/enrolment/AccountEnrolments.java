package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.keys.Argon2id;
import io.shomei.keys.LegibleText;
import io.shomei.notification.Outbox;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Invites people to collect their log-in certificate: the URL goes by mail, the access PIN by another way, and neither opens anything
 * alone. The certificate is issued when it is collected; its key lives until the file is written.
 */
@ApplicationScoped
public class AccountEnrolments {
    private static final int PIN_LENGTH = 12;

    /** How long somebody who is logged in has for what they began. */
    private static final Duration AT_ONCE = Duration.ofHours(1);

    private final AccountEnrolmentRepository repository;
    private final LogInCertificates certificates;
    private final EnrolmentToken tokens;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final Argon2id argon2id;
    private final PinRefusals refusals;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    AccountEnrolments(
            AccountEnrolmentRepository repository,
            LogInCertificates certificates,
            EnrolmentToken tokens,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            Argon2id argon2id,
            PinRefusals refusals,
            Outbox outbox,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.repository = repository;
        this.certificates = certificates;
        this.tokens = tokens;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.argon2id = argon2id;
        this.refusals = refusals;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** What a URL leads to. */
    record View(AccountEnrolment enrolment, Account account, Tenant tenant, Enrolment.State state) {}

    /** What is handed out with the access PIN. */
    public record Pin(String value, Instant lapsesAt) {
        @Override
        public String toString() {
            return "•••";
        }
    }

    /** What somebody who proved who they are collects with. */
    public record Begun(String token, Pin pin) {
        @Override
        public String toString() {
            return "•••";
        }
    }

    /** Refuses an account whose name no log-in certificate can hold. */
    public void requireCertifiable(Account account) {
        certificates.requireCertifiable(account, tenants.get(account.tenant()), LogInCertificates.profile(account));
    }

    /** The same before the tenant is registered. */
    public void requireCertifiable(Account account, Tenant tenant, Policy policy) {
        certificates.requireCertifiable(account, tenant, policy);
    }

    /** Sends the URL to an account that has a mail address, in the running transaction. Earlier invitations end. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void invite(Account account) {
        Instant deadline = deadline(tenants.get(account.tenant()), clock.instant());
        CertificateId certificate = add(account, null, deadline);
        outbox.enqueue(account.tenant(), List.of(EnrolmentMail.invitation(certificate, account, deadline)));
    }

    /**
     * For whoever proved who they are: nothing is sent, the PIN is told at once, and both lapse soon. Earlier invitations end.
     *
     * @param renews the certificate that the new one takes the place of
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Begun begin(Account account, CertificateId renews) {
        CertificateId certificate = add(account, renews, clock.instant().plus(AT_ONCE));
        return new Begun(tokens.of(certificate), issuePin(account).orElseThrow());
    }

    private CertificateId add(Account account, @Nullable CertificateId renews, Instant deadline) {
        end(account);
        CertificateId certificate = new CertificateId(ids.next());
        repository.add(
                account,
                EnrolmentToken.digest(tokens.of(certificate)),
                certificate,
                LogInCertificates.profile(account),
                renews,
                deadline,
                clock.instant());
        return certificate;
    }

    /** Ends every invitation of an account that was not used. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Account account) {
        repository.end(account, clock.instant());
    }

    /** Makes the access PIN of the invitation that waits; returned once. Empty where none waits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Pin> issuePin(Account account) {
        String pin = LegibleText.random(random, PIN_LENGTH);
        return repository.putPin(account, argon2id.hash(pin), clock.instant()).map(deadline -> new Pin(pin, deadline));
    }

    @Transactional
    Optional<View> find(String token) {
        return repository.findByToken(EnrolmentToken.digest(token)).map(this::view);
    }

    /**
     * Issues the certificate to whoever has the URL and the PIN, once, and gives it out as a file under the PIN.
     *
     * @param pin as it was typed; null where nothing was
     */
    byte[] collect(
            View view, String token, @Nullable String pin, Pkcs12.Profile file, String address, String requestId) {
        byte[] digest = EnrolmentToken.digest(token);
        AccountEnrolment enrolment = view.enrolment();
        Account account = view.account();
        // 1. It waits, the PIN is right (a failure counts before that is known), and the name is one for a certificate.
        view.state().requireWaiting(enrolment.collectedAt(), enrolment.deadline());
        String given = pin == null ? "" : pin;
        Actor whoever = Actor.anonymous(Objects.requireNonNullElse(account.email(), "URL"), address, requestId);
        check(view, digest, given, whoever);
        certificates.requireCertifiable(account, view.tenant(), enrolment.profile());
        // 2. The right is used up, so that two people with one URL get one certificate.
        Instant now = clock.instant();
        if (!QuarkusTransaction.requiringNew()
                .call(() -> repository.collect(enrolment.tenant(), digest, now, address))) {
            throw ENROLMENT_USED.because("%s", now);
        }
        // 3. Issued; where it was not, the right is given back.
        LogInCertificates.KeyFile issued;
        try {
            issued = certificates.issue(enrolment, account, view.tenant(), file, given);
        } catch (RuntimeException failed) {
            QuarkusTransaction.requiringNew().run(() -> repository.release(enrolment.tenant(), digest));
            throw failed;
        }
        // 4. The history.
        QuarkusTransaction.requiringNew()
                .run(() -> audit.append(AuditEntry.done(enrolment.tenant(), AuditOperation.CERTIFICATE_COLLECT, whoever)
                        .on(account.name(), enrolment.certificate().value())
                        .with(Map.of("serial", issued.issued().serial().hex()))));
        return issued.content();
    }

    private void check(View view, byte[] token, String pin, Actor by) {
        AccountEnrolment enrolment = view.enrolment();
        PinRefusals.Attempt attempt = new PinRefusals.Attempt(
                enrolment.tenant(), enrolment.certificate(), view.account().name(), by);
        int threshold = policies.of(enrolment.tenant()).lockout().threshold();
        Optional<Integer> failures =
                QuarkusTransaction.requiringNew().call(() -> repository.count(enrolment.tenant(), token, threshold));
        String hash = enrolment.pinHash();
        // What is locked, or was never told, takes as long as what is wrong.
        boolean right = false;
        if (failures.isEmpty() || hash == null) {
            argon2id.matchesNothing(pin);
        } else {
            right = argon2id.matches(hash, pin);
        }
        if (failures.isEmpty()) {
            throw refusals.locked(attempt);
        }
        if (!right) {
            throw refusals.wrong(attempt, failures.get() >= threshold);
        }
    }

    private View view(AccountEnrolment enrolment) {
        Account account = accounts.find(enrolment.tenant(), enrolment.account()).orElseThrow();
        return new View(
                enrolment,
                account,
                tenants.get(enrolment.tenant()),
                enrolment.stateAt(clock.instant(), account.isActive()));
    }

    private Instant deadline(Tenant tenant, Instant now) {
        return now.atZone(tenant.timeZone())
                .plus(policies.of(tenant.id()).enrolment().urlLifetime())
                .toInstant();
    }
}
