package io.shomei.acquisition;

import static io.shomei.enrolment.EnrolmentProblem.NAME_NOT_CERTIFIABLE;

import io.shomei.account.Account;
import io.shomei.authority.TrialKeys;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.TenantId;
import io.shomei.lint.Finding;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnSyntaxException;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Templates;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.profile.SubjectTemplate;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log-in certificate of an account says: by the policy's templates, and the profile that it permits for the account's role. */
@ApplicationScoped
class LogInSubjects {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private final Profiles profiles;
    private final Policies policies;
    private final Tenants tenants;
    private final Issuance issuance;
    private final Ids ids;

    LogInSubjects(Profiles profiles, Policies policies, Tenants tenants, Issuance issuance, Ids ids) {
        this.profiles = profiles;
        this.policies = policies;
        this.tenants = tenants;
        this.issuance = issuance;
        this.ids = ids;
    }

    /** The profile that the policy permits for who has this role. */
    Optional<Profile> profile(Account account) {
        CertificateKind kind = switch (account.role()) {
            case USER -> CertificateKind.USER;
            case ADMINISTRATOR -> CertificateKind.ADMINISTRATOR;
            case OFFICER -> CertificateKind.OFFICER;
            case OPERATOR -> CertificateKind.OPERATOR;
        };
        return policies.of(account.tenant()).profiles().permitted().stream()
                .flatMap(id -> profiles.find(id).stream())
                .filter(profile -> profile.kind() == kind)
                .findFirst();
    }

    /** Refuses a name that no certificate can hold, and says which rules are against it. */
    void requireCertifiable(Account account, Profile profile) {
        KeySpec spec = profile.keys().iterator().next();
        List<Finding> findings = issuance.findings(
                account.tenant(),
                order(
                        new CertificateId(ids.next()),
                        account,
                        profile,
                        Order.Key.of(spec, TrialKeys.publicKeyInfo(spec)),
                        null));
        if (!findings.isEmpty()) {
            throw NAME_NOT_CERTIFIABLE.with(findings.stream()
                    .map(finding -> new InputFault("", finding.rule(), finding.toString()))
                    .toList());
        }
    }

    Order order(CertificateId id, Account account, Profile profile, Order.Key key, @Nullable Instant collectBy) {
        return new Order(
                id,
                profile,
                subject(account, profile),
                PermittedNames.NONE,
                key,
                new Subscriber(account.name(), null, account.email(), null),
                account.id(),
                null,
                null,
                collectBy);
    }

    /** Refuses values that cannot be written as a name. */
    DistinguishedName subject(Account account, Profile profile) {
        Policy.Identity identity = policies.of(account.tenant()).identity();
        try {
            return profile.subject().fill((source, type) -> values(account, identity, source, type));
        } catch (DnSyntaxException unwritable) {
            throw NAME_NOT_CERTIFIABLE.because("%s", unwritable.reason());
        }
    }

    /** What the importer's list of certificates shows. */
    String friendlyName(Account account, String commonName, Instant notAfter) {
        Tenant tenant = tenants.recent(account.tenant());
        return filled(
                policies.of(account.tenant()).identity().friendlyName(),
                account,
                tenant,
                commonName,
                DAY.format(notAfter.atZone(tenant.timeZone())));
    }

    /** Name of the key file, without extension. */
    static String fileName(Account account) {
        return Objects.requireNonNullElse(account.loginId(), account.name());
    }

    private List<String> values(
            Account account, Policy.Identity identity, SubjectTemplate.Source source, AttributeType type) {
        Tenant tenant = tenants.recent(account.tenant());
        return switch (source) {
            case REQUEST ->
                switch (type) {
                    case CN -> List.of(commonName(account, tenant, identity));
                    case OU -> given(identity.organizationalUnit());
                    default -> List.of();
                };
            case TENANT -> tenant.subject().values(type);
            case PLATFORM -> tenants.recent(TenantId.PLATFORM).subject().values(type);
            case FIXED -> List.of();
        };
    }

    /** An administrator whose log-in ID is the contract's does not have it twice (HK-015). */
    private static String commonName(Account account, Tenant tenant, Policy.Identity identity) {
        String template = identity.commonName();
        if (template == null) {
            return account.name();
        }
        boolean ofContract = tenant.code().equals(account.loginId()) && template.contains("{contractId}");
        return filled(ofContract ? template.replace("{userId}", "") : template, account, tenant, "", "")
                .strip();
    }

    private static String filled(String template, Account account, Tenant tenant, String commonName, String notAfter) {
        return Templates.fill(
                template,
                Map.of(
                        "name", account.name(),
                        "cn", commonName,
                        "userId", fileName(account),
                        "contractId", tenant.code(),
                        "customer", tenant.nameJa(),
                        "domain", domain(account),
                        "seq", "1",
                        "notAfter", notAfter));
    }

    private static String domain(Account account) {
        String email = account.email();
        return email == null ? "" : email.substring(email.indexOf('@') + 1);
    }

    private static List<String> given(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
