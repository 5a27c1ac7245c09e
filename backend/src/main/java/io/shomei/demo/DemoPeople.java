package io.shomei.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.keys.LegibleText;
import io.shomei.permission.BusinessFunction;
import io.shomei.permission.TradeLimits;
import io.shomei.permission.UserPermissions;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Pkcs12;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Registers the people of the demonstration, and writes down how each logs in. */
@ApplicationScoped
class DemoPeople {
    /** More than 90 bits. */
    private static final int PASSWORD_LENGTH = 16;

    private static final int PINS_OF_EIGHT_DIGITS = 100_000_000;

    private final Tenants tenants;
    private final Accounts accounts;
    private final Secrets secrets;
    private final Authorities authorities;
    private final DemoCertificates certificates;
    private final UserPermissions permissions;
    private final DemoFiles files;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final List<Credential> known = new ArrayList<>();

    DemoPeople(
            Tenants tenants,
            Accounts accounts,
            Secrets secrets,
            Authorities authorities,
            DemoCertificates certificates,
            UserPermissions permissions,
            DemoFiles files,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.secrets = secrets;
        this.authorities = authorities;
        this.certificates = certificates;
        this.permissions = permissions;
        this.files = files;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A line of {@code accounts.json}; what somebody does not have is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credential(
            String tenant,
            String preset,
            String role,
            String name,
            @Nullable String loginId,
            @Nullable String password,
            @Nullable String acquisitionPassword,
            @Nullable String confirmationPin,
            @Nullable String p12,
            @Nullable String p12Password) {

        Credential withPassword(String value) {
            return new Credential(
                    tenant, preset, role, name, loginId, value, acquisitionPassword, confirmationPin, p12, p12Password);
        }

        Credential withAcquisitionPassword(String value) {
            return new Credential(
                    tenant, preset, role, name, loginId, password, value, confirmationPin, p12, p12Password);
        }

        Credential withConfirmationPin(String value) {
            return new Credential(
                    tenant, preset, role, name, loginId, password, acquisitionPassword, value, p12, p12Password);
        }

        Credential withP12(String file, String value) {
            return new Credential(
                    tenant, preset, role, name, loginId, password, acquisitionPassword, confirmationPin, file, value);
        }
    }

    /** Somebody who is being registered. */
    final class Someone {
        private final Account account;
        private Credential credential;

        private Someone(Account account, String preset) {
            this.account = account;
            this.credential = new Credential(
                    tenants.get(account.tenant()).nameEn(),
                    preset,
                    account.role().name(),
                    account.name(),
                    account.loginId(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        /** With a password or PIN as they would have chosen it. */
        Someone choosing(SecretKind kind) {
            credential = credential.withPassword(chosen(kind));
            return this;
        }

        /** With a confirmation PIN, which an administrator proves themself with again. */
        Someone confirming() {
            credential = credential.withConfirmationPin(chosen(SecretKind.CONFIRMATION_PIN));
            return this;
        }

        /** Who may do this at the services behind the log-in. */
        Someone permitted(List<BusinessFunction> functions, TradeLimits limits) {
            QuarkusTransaction.requiringNew()
                    .run(() -> permissions.set(
                            account, new UserPermissions.Wanted(functions, limits), Actor.PLATFORM, Language.JA));
            return this;
        }

        /** With what the service desk hands out, for acquiring a certificate and for the first log-in with it. */
        Someone invited(SecretKind kind) {
            credential = credential
                    .withPassword(secrets.issue(Actor.PLATFORM, account, kind))
                    .withAcquisitionPassword(secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD));
            return this;
        }

        /** With a log-in certificate of their own. */
        Someone certified(String profile, KeySpec spec, DistinguishedName subject, String file) {
            return holding(account.id(), profile, spec, subject, file);
        }

        /** With the certificate of the site they log in at, which is nobody's own. */
        Someone atSite(String profile, DistinguishedName subject, String file) {
            return holding(null, profile, KeySpec.P256, subject, file);
        }

        /** Writes down how they log in; who they are. */
        Account note() {
            known.add(credential);
            files.writeJson("accounts.json", known);
            return account;
        }

        private String chosen(SecretKind kind) {
            String value;
            do {
                value = kind == SecretKind.PASSWORD
                        ? LegibleText.random(random, PASSWORD_LENGTH)
                        : "%08d".formatted(random.nextInt(PINS_OF_EIGHT_DIGITS));
            } while (!secrets.faults(account, kind, value).isEmpty());
            secrets.set(Actor.PLATFORM, account, kind, value);
            return value;
        }

        private Someone holding(
                @Nullable AccountId whose, String profile, KeySpec spec, DistinguishedName subject, String file) {
            KeyPair pair = spec.generate(random);
            Outcome.Issued issued = certificates.forLogIn(
                    account.tenant(),
                    profile,
                    subject,
                    spec,
                    pair.getPublic(),
                    new Subscriber(account.name(), null, account.email(), null),
                    whose);
            List<CertificateDer> chain = authorities.chainOf(issued.certificate(), issued.authority());
            String password = LegibleText.random(random, PASSWORD_LENGTH);
            files.write(
                    file,
                    Pkcs12.write(
                            Pkcs12.Profile.MODERN,
                            Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                            pair.getPrivate(),
                            chain,
                            account.name(),
                            password.toCharArray(),
                            random));
            credential = credential.withP12(file, password);
            return this;
        }
    }

    /** A corporation's user, whom the administrator lets acquire a certificate. */
    Someone entitled(TenantId tenant, String preset, String loginId, String kana, String name, String email) {
        Account account = new Account(
                new AccountId(ids.next()),
                tenant,
                Role.USER,
                loginId,
                name,
                kana,
                email,
                Set.of(),
                Account.State.ACTIVE,
                new Account.Marks(null, null, clock.instant(), null, null));
        accounts.register(account, Actor.PLATFORM);
        return new Someone(account, preset);
    }

    Someone register(
            TenantId tenant,
            String preset,
            Role role,
            @Nullable String loginId,
            String name,
            String email,
            Set<Right> rights) {
        Account account = new Account(
                new AccountId(ids.next()), tenant, role, loginId, name, email, rights, Account.State.ACTIVE);
        accounts.register(account, Actor.PLATFORM);
        return new Someone(account, preset);
    }
}
