package io.shomei.authority;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.SigningKey;
import io.shomei.pki.CertificateDer;
import io.shomei.profile.Profile;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The authorities of this installation, in all their generations, with their keys at hand. */
@ApplicationScoped
public class Authorities {
    /** How long another copy of the platform may not know of a new generation or another state. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final AuthorityRepository repository;
    private final Ceremony ceremony;
    private final KeyStorage keys;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Entrances entrances;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, SigningAuthority> signing = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    Authorities(
            AuthorityRepository repository,
            Ceremony ceremony,
            KeyStorage keys,
            AuditLog audit,
            InstantSource clock,
            Entrances entrances) {
        this.repository = repository;
        this.ceremony = ceremony;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.entrances = entrances;
    }

    /** Makes the first generation of every line that is new, and opens the keys of all that are there. */
    public void establish() {
        QuarkusTransaction.requiringNew().run(() -> {
            repository.lock();
            for (Ceremony.Plan plan : ceremony.plans()) {
                List<Authority> existing = repository.inOrder();
                if (existing.stream().noneMatch(authority -> authority.line().equals(plan.name()))) {
                    create(plan, existing);
                }
            }
        });
        read();
        all().stream().filter(Authority::hasKey).forEach(authority -> signing(authority.name()));
    }

    /** Every generation of every line; the roots first. */
    public List<Authority> all() {
        Known now = known;
        // One reads anew; the others need not wait for it.
        if (!now.isFreshAt(clock.instant()) && reading.tryLock()) {
            try {
                read();
            } finally {
                reading.unlock();
            }
        }
        return known.all();
    }

    public Optional<Authority> find(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The authority that signs certificates of a profile: the newest active generation of its line. */
    public SigningAuthority signingFor(Profile profile) {
        return issuing(profile.authority());
    }

    /** The newest active generation of a line. */
    public SigningAuthority issuing(String line) {
        Instant now = clock.instant();
        return all().stream()
                .filter(authority -> authority.line().equals(line) && authority.issuesAt(now))
                .max(Comparator.comparingInt(Authority::generation))
                .map(authority -> signing(authority.name()))
                .orElseThrow(() -> AuthorityProblem.AUTHORITY_NOT_ACTIVE.because("%s", line));
    }

    /** One generation, whatever its state: its own status services sign with it, too. */
    public SigningAuthority signing(String name) {
        Authority authority = get(name);
        SigningAuthority opened = signing.get(name);
        if (opened == null || !opened.authority().equals(authority)) {
            opened = new SigningAuthority(authority, key(authority));
            signing.put(name, opened);
        }
        return opened;
    }

    /** The issuing authority first, the root last. */
    public List<Authority> chainOf(String name) {
        List<Authority> chain = new ArrayList<>();
        Authority each = get(name);
        while (!each.isRoot()) {
            chain.add(each);
            each = get(each.issuer());
        }
        chain.add(each);
        return chain;
    }

    /** As {@link #chainOf}, without the root, which a peer has or does not trust (RFC 8446 4.4.2). */
    public List<CertificateDer> intermediatesOf(String name) {
        return chainOf(name).stream()
                .filter(each -> !each.isRoot())
                .map(Authority::certificate)
                .toList();
    }

    /** A certificate and the authorities above it as PEM, without the root. */
    public String chainPem(CertificateDer leaf, String authority) {
        StringBuilder pem = new StringBuilder(leaf.pem());
        intermediatesOf(authority).forEach(each -> pem.append(each.pem()));
        return pem.toString();
    }

    public String crlUrl(String authority, int shard) {
        return entrances.httpUrl() + "/pki/" + authority + shard(shard) + ".crl";
    }

    public String deltaCrlUrl(String authority, int shard) {
        return entrances.httpUrl() + "/pki/" + authority + shard(shard) + ".delta.crl";
    }

    public String ocspUrl() {
        return entrances.httpUrl() + "/ocsp";
    }

    public String certificateUrl(String authority) {
        return entrances.httpUrl() + "/pki/" + authority + ".crt";
    }

    public String pemUrl(String authority) {
        return entrances.httpUrl() + "/pki/" + authority + ".pem";
    }

    /** The first list keeps the address that lists had before there were shards. */
    private static String shard(int shard) {
        return shard == 0 ? "" : "." + shard;
    }

    private Authority get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no authority " + name));
    }

    /** What was committed, whatever transaction is running. */
    private void read() {
        Instant now = clock.instant();
        known = new Known(QuarkusTransaction.suspendingExisting().call(repository::inOrder), now);
    }

    private SigningKey key(Authority authority) {
        if (!authority.hasKey()) {
            throw new IllegalStateException("the key of authority " + authority.name() + " is elsewhere");
        }
        return keys.get(keyName(authority.name()));
    }

    private void create(Ceremony.Plan plan, List<Authority> existing) {
        SigningKey key = keys.getOrCreate(keyName(plan.name()), plan.key());
        String issuer = plan.name();
        CertificateDer certificate;
        if (plan.isRoot()) {
            certificate = ceremony.root(plan, key);
        } else {
            SigningAuthority above = issuerOf(plan, existing);
            issuer = above.authority().name();
            certificate = ceremony.subordinate(plan, key, above, this);
        }
        repository.add(
                new Authority(
                        plan.name(), plan.name(), 1, plan.label(), issuer, Authority.State.ACTIVE, certificate, 1),
                keyName(plan.name()),
                clock.instant());
        audit.append(AuditEntry.done(TenantId.PLATFORM, AuditOperation.AUTHORITY_CREATE, Actor.PLATFORM)
                .on(plan.label(), null)
                .with(Map.of("serial", certificate.serial().hex())));
    }

    private SigningAuthority issuerOf(Ceremony.Plan plan, List<Authority> existing) {
        Instant now = clock.instant();
        return existing.stream()
                .filter(authority -> authority.line().equals(plan.issuer()) && authority.issuesAt(now))
                .max(Comparator.comparingInt(Authority::generation))
                .map(authority -> new SigningAuthority(authority, key(authority)))
                .orElseThrow(
                        () -> new IllegalStateException("no authority " + plan.issuer() + " can sign " + plan.name()));
    }

    private static String keyName(String authority) {
        return "authority-" + authority;
    }

    private record Known(List<Authority> all, Instant readAt) {
        boolean isFreshAt(Instant now) {
            return now.isBefore(readAt.plus(KEPT)) && !now.isBefore(readAt);
        }
    }
}
