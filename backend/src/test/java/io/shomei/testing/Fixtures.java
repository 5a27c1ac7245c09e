package io.shomei.testing;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Domain;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.RegisteredSubject;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.TenantStates;
import io.shomei.tenant.Tenants;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The world before a test, told as a story: {@code given.tenant("a").withDomain("a.ac.jp").officer("Hanako Sato")}. */
@Singleton
public class Fixtures {
    private static final AtomicInteger TENANTS = new AtomicInteger();

    private final Tenants tenants;
    private final TenantStates states;
    private final Accounts accounts;
    private final Policies policies;
    private final Authorities authorities;
    private final Profiles profiles;
    private final Issuance issuance;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    Fixtures(
            Tenants tenants,
            TenantStates states,
            Accounts accounts,
            Policies policies,
            Authorities authorities,
            Profiles profiles,
            Issuance issuance,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.tenants = tenants;
        this.states = states;
        this.accounts = accounts;
        this.policies = policies;
        this.authorities = authorities;
        this.profiles = profiles;
        this.issuance = issuance;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A tenant of its own for every test; it is registered when its first person is. */
    public Organisation tenant(String name) {
        return new Organisation(name);
    }

    /** Somebody of the organisation that runs the platform; without a mail address, to which what every other test does would be told. */
    public Person operator(String name) {
        return operator(name, null);
    }

    /** The same, with a mail address. */
    public Person operator(String name, @Nullable String email) {
        Account account = new Account(
                new AccountId(ids.next()),
                TenantId.PLATFORM,
                Role.OPERATOR,
                null,
                name,
                email,
                Set.of(),
                Account.State.ACTIVE);
        accounts.register(account, Actor.PLATFORM);
        return withCertificate(account, Profiles.OPERATOR, "Shomei");
    }

    /** A tenant as it is being described. */
    public final class Organisation {
        private final TenantId id = new TenantId(ids.next());
        private final String name;
        private String code;
        private final RegisteredSubject subject;
        private final List<Domain> domains = new ArrayList<>();
        private Tenant.State state = Tenant.State.ACTIVE;
        private String preset = "research-federation";
        private String overrides = "{}";
        private int licences = 100;
        private boolean registered;

        private Organisation(String name) {
            this.name = name;
            this.code = name.toUpperCase(java.util.Locale.ROOT) + "-" + TENANTS.incrementAndGet();
            this.subject = new RegisteredSubject("University " + name, "Tokyo", "Chiyoda-ku", "JP");
        }

        public Organisation withDomain(String domain) {
            return withDomain(domain, Duration.ofDays(395));
        }

        /** A domain whose issuing deadline is so far from now. */
        public Organisation withDomain(String domain, Duration deadline) {
            domains.add(new Domain(domain, clock.instant().plus(deadline), false));
            return this;
        }

        /** A domain of which wildcards may be asked for. */
        public Organisation withWildcards(String domain) {
            domains.add(new Domain(domain, clock.instant().plus(Duration.ofDays(395)), true));
            return this;
        }

        public Organisation inState(Tenant.State other) {
            state = other;
            return this;
        }

        /** A code that means something, such as the ID of a contract. */
        public Organisation withCode(String other) {
            code = other;
            return this;
        }

        /** A kind of service other than that of research institutions. */
        public Organisation withPreset(String name) {
            preset = name;
            return this;
        }

        /** What its policy changes of the preset. */
        public Organisation withPolicy(String json) {
            overrides = json;
            return this;
        }

        /** A contract for so many certificates. */
        public Organisation withLicences(int number) {
            licences = number;
            return this;
        }

        public TenantId id() {
            register().stop();
            return id;
        }

        public String code() {
            return code;
        }

        /** The subject that a server of this tenant must have. */
        public String dn(String host) {
            return "CN=%s,O=%s,L=%s,ST=%s,C=%s".formatted(host, subject.o(), subject.l(), subject.st(), subject.c());
        }

        /** An officer with every right. */
        public Person officer(String person) {
            return officer(person, EnumSet.allOf(Right.class));
        }

        public Person officer(String person, Set<Right> rights) {
            return person(Role.OFFICER, person, rights, Account.State.ACTIVE);
        }

        public Person administrator(String person) {
            return person(Role.ADMINISTRATOR, person, Set.of(), Account.State.ACTIVE);
        }

        public Person user(String person) {
            return person(Role.USER, person, Set.of(), Account.State.ACTIVE);
        }

        public Person person(Role role, String person, Set<Right> rights, Account.State accountState) {
            register();
            Account account = account(id, role, person, rights, accountState);
            accounts.register(account, Actor.PLATFORM);
            Person registered = withCertificate(account, Profiles.OFFICER, subject.o());
            stop();
            return registered;
        }

        /** Somebody with a log-in ID and no certificate. */
        public Account withLoginId(Role role, String loginId, String person) {
            register();
            Account account = new Account(
                    new AccountId(ids.next()),
                    id,
                    role,
                    loginId,
                    person,
                    email(id, person),
                    Set.of(),
                    Account.State.ACTIVE);
            accounts.register(account, Actor.PLATFORM);
            return account;
        }

        /** The log-in certificate of somebody who is registered already. */
        public Person certified(Account account) {
            return withCertificate(account, Profiles.OFFICER, subject.o());
        }

        /** The certificate of the tenant's site, which is nobody's own. */
        public Identity site() {
            register();
            return issue(id, null, code, code + "@example.ac.jp", "saas-site", subject.o())
                    .identity();
        }

        /** A certificate of a company's client, which an administrator may revoke. */
        public Person client(String commonName) {
            register();
            return issue(id, null, commonName, commonName + "@example.ac.jp", "saas-client", subject.o());
        }

        /** A log-in certificate that is nobody's. */
        public Identity certificateWithoutAccount(String person) {
            register();
            return issue(id, null, person, person + "@example.ac.jp", Profiles.OFFICER, subject.o())
                    .identity();
        }

        /** Nothing is issued for a tenant that does not work: its people come before. */
        private void stop() {
            Tenant.State present = tenants.get(id).state();
            if (state == Tenant.State.SUSPENDED && present == Tenant.State.ACTIVE) {
                states.suspend(Actor.PLATFORM, id, "in a test");
            } else if (state == Tenant.State.ENDED && present == Tenant.State.ACTIVE) {
                states.end(Actor.PLATFORM, id, "in a test", code, TenantStates.Certificates.KEEP);
            }
        }

        private Organisation register() {
            if (!registered) {
                registered = true;
                tenants.register(
                        new Tenant(
                                id,
                                code,
                                name + "大学",
                                "University " + name,
                                Tenant.State.ACTIVE,
                                ZoneId.of("Asia/Tokyo"),
                                subject,
                                domains),
                        preset,
                        licences);
                if (!overrides.equals("{}")) {
                    policies.assign(id, preset, overrides);
                }
            }
            return this;
        }
    }

    private Account account(TenantId tenant, Role role, String name, Set<Right> rights, Account.State state) {
        return new Account(new AccountId(ids.next()), tenant, role, null, name, email(tenant, name), rights, state);
    }

    private static String email(TenantId tenant, String name) {
        String id = tenant.toString();
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "." + id.substring(id.length() - 6)
                + "@example.ac.jp";
    }

    private Person withCertificate(Account account, String profile, String organisation) {
        return issue(account.tenant(), account.id(), account.name(), account.email(), profile, organisation);
    }

    private Person issue(
            TenantId tenant, AccountId account, String name, String email, String profileId, String organisation) {
        var profile = profiles.get(profileId);
        KeyPair pair = KeySpec.P256.generate(random);
        byte[] info = pair.getPublic().getEncoded();
        // The mark tells log-in certificates from all others.
        var marked = profileId.equals(Profiles.OFFICER) || profileId.equals(Profiles.OPERATOR);
        var subject = DistinguishedName.of(Stream.of(
                        new Attribute(AttributeType.CN, name),
                        new Attribute(AttributeType.O, organisation),
                        marked ? new Attribute(AttributeType.L, "Academe-ops") : null,
                        new Attribute(AttributeType.C, "JP"))
                .filter(Objects::nonNull)
                .toList());
        var order = new Order(
                new CertificateId(ids.next()),
                profile,
                subject,
                PermittedNames.NONE,
                Order.Key.of(KeySpec.P256, info),
                new Subscriber(name, null, email, null),
                account,
                null,
                null,
                null);
        var outcome =
                issuance.issue(tenant, List.of(order), Actor.PLATFORM, _ -> {}).getFirst();
        if (!(outcome instanceof Outcome.Issued issued)) {
            throw new AssertionError("no certificate for " + name + ": " + outcome);
        }
        List<X509Certificate> chain = Stream.concat(
                        Stream.of(issued.certificate()),
                        authorities.chainOf(issued.authority()).stream().map(authority -> authority.certificate()))
                .map(CertificateDer::toX509)
                .toList();
        return new Person(tenant, account, name, email, issued.id(), new Identity(pair.getPrivate(), chain));
    }
}
