package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.NAME_NOT_CERTIFIABLE;

import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.authority.TrialKeys;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Role;
import io.shomei.lint.Finding;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnSyntaxException;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policy;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;

/** Issues log-in certificates whose key is made here and lives until the file with it is written. */
@ApplicationScoped
class LogInCertificates {
    /** Tells a log-in certificate from a personal one of the same name. */
    private static final String MARK = "Academe-ops";

    private final Profiles profiles;
    private final Issuance issuance;
    private final Authorities authorities;
    private final Ids ids;
    private final SecureRandom random;

    LogInCertificates(Profiles profiles, Issuance issuance, Authorities authorities, Ids ids, SecureRandom random) {
        this.profiles = profiles;
        this.issuance = issuance;
        this.authorities = authorities;
        this.ids = ids;
        this.random = random;
    }

    /** A certificate with its key, as a file under a password. */
    record KeyFile(Outcome.Issued issued, byte[] content) {}

    static String profile(Account account) {
        return account.role() == Role.OPERATOR ? Profiles.OPERATOR : Profiles.OFFICER;
    }

    /** Refuses a name that cannot be written as one. */
    static DistinguishedName subject(Account account, Tenant tenant) {
        try {
            return DistinguishedName.of(List.of(
                    new Attribute(AttributeType.CN, account.name()),
                    new Attribute(AttributeType.O, tenant.subject().o()),
                    new Attribute(AttributeType.L, MARK),
                    new Attribute(AttributeType.C, tenant.subject().c())));
        } catch (DnSyntaxException unwritable) {
            throw NAME_NOT_CERTIFIABLE.because("%s", unwritable.reason());
        }
    }

    /** Refuses a name that no certificate can hold, and says which rules are against it. */
    void requireCertifiable(Account account, Tenant tenant, String profile) {
        requireNone(issuance.findings(tenant.id(), trial(account, tenant, profile)));
    }

    /** The same for an account of a tenant that is to be registered. */
    void requireCertifiable(Account account, Tenant tenant, Policy policy) {
        requireNone(issuance.findings(policy, tenant.timeZone(), trial(account, tenant, profile(account))));
    }

    private Order trial(Account account, Tenant tenant, String profile) {
        return order(
                new CertificateId(ids.next()),
                account,
                tenant,
                profiles.get(profile),
                TrialKeys.publicKeyInfo(KeySpec.RSA_2048));
    }

    private static void requireNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw NAME_NOT_CERTIFIABLE.with(findings.stream()
                    .map(finding -> new InputFault("", finding.rule(), finding.toString()))
                    .toList());
        }
    }

    /** Under the id that the right fixed, so that the same right yields no second one. */
    KeyFile issue(AccountEnrolment enrolment, Account account, Tenant tenant, Pkcs12.Profile file, String password) {
        KeyPair pair = KeySpec.RSA_2048.generate(random);
        Order order = order(
                        enrolment.certificate(),
                        account,
                        tenant,
                        profiles.get(enrolment.profile()),
                        pair.getPublic().getEncoded())
                .renewing(enrolment.renews());
        Outcome outcome = issuance.issue(tenant.id(), List.of(order), Actor.PLATFORM, _ -> {})
                .getFirst();
        if (!(outcome instanceof Outcome.Issued issued)) {
            throw new IllegalStateException("the log-in certificate of account " + account.id() + " was refused");
        }
        List<CertificateDer> chain = authorities.chainOf(issued.certificate(), issued.authority());
        return new KeyFile(
                issued,
                Pkcs12.write(
                        file,
                        Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                        pair.getPrivate(),
                        chain,
                        account.name(),
                        password.toCharArray(),
                        random));
    }

    private static Order order(CertificateId id, Account account, Tenant tenant, Profile profile, byte[] key) {
        return new Order(
                id,
                profile,
                subject(account, tenant),
                PermittedNames.NONE,
                Order.Key.of(KeySpec.RSA_2048, key),
                new Subscriber(account.name(), null, account.email(), null),
                account.id(),
                null,
                null,
                null);
    }
}
