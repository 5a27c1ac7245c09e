package io.shomei.demo;

import io.quarkus.logging.Log;
import io.shomei.account.secret.SecretKind;
import io.shomei.announcement.Announcements;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.permission.BusinessFunction;
import io.shomei.permission.TradeLimits;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import io.shomei.request.bulk.SampleFiles;
import io.shomei.request.bulk.SampleTenant;
import io.shomei.tenant.Domain;
import io.shomei.tenant.RegisteredSubject;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Fills an empty installation with what is needed to try it: a tenant of each kind of service, with people who can log in. */
@ApplicationScoped
public class Demonstration {
    private static final TenantId UNIVERSITY = tenant(0xd1);
    private static final TenantId TRADING = tenant(0xd2);
    private static final TenantId CORPORATION = tenant(0xd3);
    private static final TenantId COMPANY = tenant(0xd4);

    private static final String RESEARCH = "research-federation";
    private static final String BANK_FX = "bank-fx";
    private static final String BANK_CORPORATE = "bank-corporate";
    private static final String SAAS = "saas-groupware";

    /** Of the company's contract. */
    private static final int LICENCES = 200;

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final DemoConfig config;
    private final Tenants tenants;
    private final DemoPeople people;
    private final Announcements announcements;
    private final DemoCertificates certificates;
    private final DemoDevices devices;
    private final DemoFiles files;
    private final Authorities authorities;
    private final SecureRandom random;
    private final InstantSource clock;

    Demonstration(
            DemoConfig config,
            Tenants tenants,
            DemoPeople people,
            Announcements announcements,
            DemoCertificates certificates,
            DemoDevices devices,
            DemoFiles files,
            Authorities authorities,
            SecureRandom random,
            InstantSource clock) {
        this.config = config;
        this.tenants = tenants;
        this.people = people;
        this.announcements = announcements;
        this.certificates = certificates;
        this.devices = devices;
        this.files = files;
        this.authorities = authorities;
        this.random = random;
        this.clock = clock;
    }

    /** Registers the demonstration tenants with their people and writes what is needed to log in, once. */
    public void establish() {
        if (!config.enabled() || exists()) {
            return;
        }
        Log.info("filling the empty database with the demonstration tenants");
        register();
        university();
        operator();
        trading();
        corporation();
        company();
        announce();
        writeSamples();
    }

    @Transactional
    boolean exists() {
        return tenants.find(UNIVERSITY).isPresent();
    }

    @Transactional
    void register() {
        var now = clock.instant();
        register(
                UNIVERSITY,
                "SHOMEI-U",
                "証明大学",
                new RegisteredSubject("Shomei University", "Tokyo", "Chiyoda-ku", "JP"),
                List.of(
                        new Domain("shomei.ac.jp", now.plus(Duration.ofDays(395)), false),
                        new Domain("lapsed.example.ac.jp", now.minus(Duration.ofDays(30)), false)),
                RESEARCH);
        register(
                TRADING,
                "ABC-TRADING",
                "ABC商事",
                new RegisteredSubject("ABC Trading", null, null, "JP"),
                List.of(),
                BANK_FX);
        register(
                CORPORATION,
                "50000001",
                "山田製作所",
                new RegisteredSubject("Yamada Works", null, null, "JP"),
                List.of(),
                BANK_CORPORATE);
        tenants.register(
                tenant(COMPANY, "SAKURA", "さくらソフト", new RegisteredSubject("Sakura Soft", null, null, "JP"), List.of()),
                SAAS,
                LICENCES);
    }

    private void register(
            TenantId id, String code, String name, RegisteredSubject subject, List<Domain> domains, String preset) {
        tenants.register(tenant(id, code, name, subject, domains), preset);
    }

    private static Tenant tenant(
            TenantId id, String code, String name, RegisteredSubject subject, List<Domain> domains) {
        return new Tenant(id, code, name, subject.o(), Tenant.State.ACTIVE, TOKYO, subject, domains);
    }

    /** Officers log in with a certificate alone; of the servers some are to be renewed soon. */
    private void university() {
        officer(
                        UNIVERSITY,
                        RESEARCH,
                        Role.OFFICER,
                        "Hanako Sato",
                        "sato@shomei.ac.jp",
                        Set.of(Right.SERVER, Right.LISTS))
                .certified(Profiles.OFFICER, KeySpec.RSA_2048, marked(UNIVERSITY, "Hanako Sato"), "officer-sato.p12")
                .note();
        officer(
                        UNIVERSITY,
                        RESEARCH,
                        Role.OFFICER,
                        "Ichiro Suzuki",
                        "suzuki@shomei.ac.jp",
                        Set.of(Right.SERVER, Right.CLIENT, Right.CODE_SIGNING, Right.LISTS))
                .certified(
                        Profiles.OFFICER, KeySpec.RSA_2048, marked(UNIVERSITY, "Ichiro Suzuki"), "officer-suzuki.p12")
                .note();
        Subscriber tanaka = new Subscriber("田中太郎", "図書館", "tanaka@shomei.ac.jp", "Apache 2.4");
        certificates.ending(UNIVERSITY, "library.shomei.ac.jp", 9, tanaka);
        certificates.ending(UNIVERSITY, "opac.shomei.ac.jp", 40, tanaka);
        certificates.ending(
                UNIVERSITY,
                "repository.shomei.ac.jp",
                75,
                new Subscriber("山田花子", "情報基盤センター", "yamada@shomei.ac.jp", "nginx 1.28"));
    }

    private void operator() {
        officer(TenantId.PLATFORM, "platform", Role.OPERATOR, "Service Desk", "desk@localhost", Set.of())
                .certified(
                        Profiles.OPERATOR, KeySpec.RSA_2048, marked(TenantId.PLATFORM, "Service Desk"), "operator.p12")
                .note();
    }

    /** Certificate and password; the second user has yet to acquire a certificate. */
    private void trading() {
        people.register(
                        TRADING,
                        BANK_FX,
                        Role.ADMINISTRATOR,
                        "2004000003",
                        "法人ユーザー1",
                        "user1@abc-trading.example.com",
                        Set.of())
                .choosing(SecretKind.PASSWORD)
                .certified("bank-administrator", KeySpec.P256, ofBank("2004000003"), "fx-administrator.p12")
                .note();
        people.register(TRADING, BANK_FX, Role.USER, "0128000017", "法人ユーザー2", "user2@abc-trading.example.com", Set.of())
                .permitted(
                        List.of(
                                BusinessFunction.FORWARD_TRADE,
                                BusinessFunction.LEAVE_ORDER,
                                BusinessFunction.CONFIRM,
                                BusinessFunction.TRADE_MANAGEMENT),
                        new TradeLimits(List.of("USD", "EUR"), List.of("USD"), 50_000_000L))
                .invited(SecretKind.PASSWORD)
                .note();
    }

    /** ID and PIN, and for who has a certificate, certificate and PIN; the second user may acquire one. */
    private void corporation() {
        people.register(
                        CORPORATION,
                        BANK_CORPORATE,
                        Role.ADMINISTRATOR,
                        "50000001",
                        "管理者",
                        "admin@yamada.example.com",
                        Set.of())
                .choosing(SecretKind.PIN)
                .confirming()
                .note();
        people.entitled(CORPORATION, BANK_CORPORATE, "0019001", "ｹｲﾘ ﾀﾝﾄｳ", "経理担当", "keiri@yamada.example.com")
                .permitted(
                        List.of(
                                BusinessFunction.BALANCE_INQUIRY,
                                BusinessFunction.STATEMENT_INQUIRY,
                                BusinessFunction.FUNDS_TRANSFER,
                                BusinessFunction.SALARY_REGISTER),
                        TradeLimits.NONE)
                .choosing(SecretKind.PIN)
                .certified("bank-user", KeySpec.P256, ofBank("50000001 0019001"), "corporate-user.p12")
                .note();
        people.entitled(CORPORATION, BANK_CORPORATE, "0019002", "ｴｲｷﾞｮｳ ﾀﾝﾄｳ", "営業担当", "eigyo@yamada.example.com")
                .permitted(List.of(BusinessFunction.BALANCE_INQUIRY), TradeLimits.NONE)
                .choosing(SecretKind.PIN)
                .note();
    }

    /** The site's certificate, an ID and a password; certificates for devices, of which some were revoked. */
    private void company() {
        devices.equip(people.register(
                        COMPANY,
                        SAAS,
                        Role.ADMINISTRATOR,
                        "sakura-admin",
                        "証明書管理者",
                        "admin@sakura.example.com",
                        Set.of())
                .choosing(SecretKind.PASSWORD)
                .atSite(
                        "saas-site",
                        DistinguishedName.of(List.of(
                                new Attribute(AttributeType.CN, "sakura-site"),
                                new Attribute(AttributeType.O, "Sakura Soft"),
                                new Attribute(AttributeType.C, "JP"))),
                        "saas-site.p12")
                .note());
    }

    private void announce() {
        announcements.publish(
                TenantId.PLATFORM,
                "システムメンテナンスのお知らせ",
                "Maintenance",
                "毎月第3日曜日の2時から6時まで、ご利用いただけません。",
                "The service is not available from 2:00 to 6:00 on the third Sunday of each month.");
        announcements.publish(
                CORPORATION,
                "電子証明書方式への切り替えのお願い",
                "Please switch to certificates",
                "安全のため、電子証明書方式でのログオンをお勧めします。\n管理者が利用者ごとに発行を許可すると、利用者がご自分の端末で取得できます。",
                "We recommend to log in with a certificate.\nThe administrator lets each user acquire one, on the own device.");
    }

    private DemoPeople.Someone officer(
            TenantId tenant, String preset, Role role, String name, String email, Set<Right> rights) {
        return people.register(tenant, preset, role, null, name, email, rights);
    }

    /** L=Academe-ops tells a log-in certificate from a personal one of the same name. */
    private DistinguishedName marked(TenantId tenant, String name) {
        RegisteredSubject subject = tenants.get(tenant).subject();
        return DistinguishedName.of(List.of(
                new Attribute(AttributeType.CN, name),
                new Attribute(AttributeType.O, subject.o()),
                new Attribute(AttributeType.L, "Academe-ops"),
                new Attribute(AttributeType.C, subject.c())));
    }

    /** The organisation of people's certificates at a bank is the bank. */
    private DistinguishedName ofBank(String name) {
        return DistinguishedName.of(List.of(
                new Attribute(AttributeType.CN, name),
                new Attribute(
                        AttributeType.O,
                        tenants.get(TenantId.PLATFORM).subject().o())));
    }

    private void writeSamples() {
        StringBuilder chain = new StringBuilder();
        authorities
                .all()
                .forEach(authority -> chain.append(authority.certificate().pem()));
        files.write("ca.pem", chain.toString().getBytes(StandardCharsets.US_ASCII));
        SampleTenant sample = new SampleTenant(
                new io.shomei.request.RegisteredSubject("Shomei University", "Tokyo", "Chiyoda-ku", "JP"),
                "shomei.ac.jp",
                "lapsed.example.ac.jp");
        files.write(
                "server-issue-good.tsv", SampleFiles.serverIssue(sample, "demo", 20, List.of("12", "3", "11"), random));
        files.write("client-issue-good.tsv", SampleFiles.clientIssue(sample, "demo", 9));
        files.write(
                "server-issue-errors.tsv",
                SampleFiles.serverIssueWithErrors(sample, random).content());
    }

    private static TenantId tenant(int number) {
        return new TenantId(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L | number));
    }
}
