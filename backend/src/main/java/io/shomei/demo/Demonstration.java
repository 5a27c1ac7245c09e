package io.shomei.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
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
import io.shomei.pki.Digests;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Pkcs12;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.request.bulk.SampleFiles;
import io.shomei.request.bulk.SampleTenant;
import io.shomei.tenant.Domain;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.RegisteredSubject;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Fills an empty installation with what is needed to try it. */
@ApplicationScoped
public class Demonstration {
    private static final TenantId UNIVERSITY = new TenantId(UUID.fromString("00000000-0000-7000-8000-0000000000d1"));
    private static final String PRESET = "research-federation";
    /** No look-alikes; 16 of these are more than 90 bits. */
    private static final String PASSWORD_ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final DemoConfig config;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Authorities authorities;
    private final Profiles profiles;
    private final Issuance issuance;
    private final ObjectMapper json;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final List<Credential> made = new ArrayList<>();

    Demonstration(
            DemoConfig config,
            Tenants tenants,
            Accounts accounts,
            Authorities authorities,
            Profiles profiles,
            Issuance issuance,
            ObjectMapper json,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.config = config;
        this.tenants = tenants;
        this.accounts = accounts;
        this.authorities = authorities;
        this.profiles = profiles;
        this.issuance = issuance;
        this.json = json;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A line of {@code accounts.json}. */
    record Credential(String tenant, String preset, String role, String name, String p12, String p12Password) {}

    /** Registers the demonstration tenant with its people and writes what is needed to log in, once. */
    public void establish() {
        if (!config.enabled() || exists()) {
            return;
        }
        Log.info("filling the empty database with the demonstration tenant");
        register();
        Officer sato = new Officer("Hanako Sato", "sato@shomei.ac.jp", Set.of(Right.SERVER, Right.LISTS));
        Officer suzuki = new Officer(
                "Ichiro Suzuki",
                "suzuki@shomei.ac.jp",
                Set.of(Right.SERVER, Right.CLIENT, Right.CODE_SIGNING, Right.LISTS));
        enrol(UNIVERSITY, PRESET, Role.OFFICER, Profiles.OFFICER, sato, "officer-sato");
        enrol(UNIVERSITY, PRESET, Role.OFFICER, Profiles.OFFICER, suzuki, "officer-suzuki");
        enrol(
                TenantId.PLATFORM,
                "platform",
                Role.OPERATOR,
                Profiles.OPERATOR,
                new Officer("Service Desk", "desk@localhost", Set.of()),
                "operator");
        writeSamples();
    }

    private record Officer(String name, String email, Set<Right> rights) {}

    @Transactional
    boolean exists() {
        return tenants.find(UNIVERSITY).isPresent();
    }

    @Transactional
    void register() {
        var now = clock.instant();
        tenants.register(
                new Tenant(
                        UNIVERSITY,
                        "SHOMEI-U",
                        "証明大学",
                        "Shomei University",
                        Tenant.State.ACTIVE,
                        ZoneId.of("Asia/Tokyo"),
                        new RegisteredSubject("Shomei University", "Tokyo", "Chiyoda-ku", "JP"),
                        List.of(
                                new Domain("shomei.ac.jp", now.plus(Duration.ofDays(395)), false),
                                new Domain("lapsed.example.ac.jp", now.minus(Duration.ofDays(30)), false))),
                PRESET);
    }

    private void enrol(TenantId tenant, String preset, Role role, String profileId, Officer person, String file) {
        AccountId account = new AccountId(ids.next());
        accounts.register(
                new Account(
                        account,
                        tenant,
                        role,
                        null,
                        person.name(),
                        person.email(),
                        person.rights(),
                        Account.State.ACTIVE),
                Actor.PLATFORM);
        Profile profile = profiles.get(profileId);
        Tenant owner = tenants.get(tenant);
        KeyPair pair = KeySpec.RSA_2048.generate(random);
        byte[] info = pair.getPublic().getEncoded();
        // L=Academe-ops tells a log-in certificate from a personal one of the same name.
        DistinguishedName subject = DistinguishedName.of(List.of(
                new Attribute(AttributeType.CN, person.name()),
                new Attribute(AttributeType.O, owner.subject().o()),
                new Attribute(AttributeType.L, "Academe-ops"),
                new Attribute(AttributeType.C, owner.subject().c())));
        Order order = new Order(
                new CertificateId(ids.next()),
                profile,
                subject,
                PermittedNames.NONE,
                new Order.Key(KeySpec.RSA_2048, info, Digests.sha256(info)),
                new Subscriber(person.name(), null, person.email(), null),
                account,
                null,
                null,
                null);
        Outcome outcome = issuance.issue(tenant, List.of(order), Actor.PLATFORM, unused -> {})
                .getFirst();
        if (!(outcome instanceof Outcome.Issued issued)) {
            throw new IllegalStateException("the certificate of " + person.name() + " was refused");
        }
        String password = password();
        List<CertificateDer> chain = Stream.concat(
                        Stream.of(issued.certificate()),
                        authorities.chainOf(issued.authority()).stream().map(Authority::certificate))
                .toList();
        write(
                file + ".p12",
                Pkcs12.write(
                        Pkcs12.Profile.MODERN,
                        Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                        pair.getPrivate(),
                        chain,
                        person.name(),
                        password.toCharArray(),
                        random));
        made.add(new Credential(owner.nameEn(), preset, role.name(), person.name(), file + ".p12", password));
        write("accounts.json", text(made));
    }

    private void writeSamples() {
        StringBuilder chain = new StringBuilder();
        authorities
                .all()
                .forEach(authority -> chain.append(authority.certificate().pem()));
        write("ca.pem", chain.toString().getBytes(StandardCharsets.US_ASCII));
        SampleTenant sample = new SampleTenant(
                new io.shomei.request.RegisteredSubject("Shomei University", "Tokyo", "Chiyoda-ku", "JP"),
                "shomei.ac.jp",
                "lapsed.example.ac.jp");
        write("server-issue-good.tsv", SampleFiles.serverIssue(sample, "demo", 20, List.of("12", "3", "11"), random));
        write(
                "server-issue-errors.tsv",
                SampleFiles.serverIssueWithErrors(sample, random).content());
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(PASSWORD_ALPHABET.charAt(random.nextInt(PASSWORD_ALPHABET.length())));
        }
        return password.toString();
    }

    private byte[] text(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.createDirectories(config.directory());
            Path file = config.directory().resolve(name);
            Files.write(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
