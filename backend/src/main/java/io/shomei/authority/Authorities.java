package io.shomei.authority;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.SigningKey;
import io.shomei.pki.CertificateDer;
import io.shomei.profile.Profile;
import io.shomei.profile.SigningLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** The authorities of this installation, in all their generations, with their keys at hand. */
@ApplicationScoped
public class Authorities implements SigningLines {
    /** The job that revokes what a compromised authority issued; it is started with the authority's name. */
    public static final String COMPROMISE_JOB = "authority-compromise";

    /** The job that makes lists which certificates name and nobody made yet; it is started with the authority's name. */
    public static final String LISTS_JOB = "authority-lists";

    /** How long another copy of the platform may not know of a new generation or another state. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    private final AuthorityRepository repository;
    private final Hierarchy hierarchy;
    private final Ceremony ceremony;
    private final AuthorityAddresses addresses;
    private final KeyStorage keys;
    private final AuthorityMetrics metrics;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, SigningAuthority> signing = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    Authorities(
            AuthorityRepository repository,
            Hierarchy hierarchy,
            Ceremony ceremony,
            AuthorityAddresses addresses,
            KeyStorage keys,
            AuthorityMetrics metrics,
            InstantSource clock) {
        this.repository = repository;
        this.hierarchy = hierarchy;
        this.ceremony = ceremony;
        this.addresses = addresses;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Makes the first generation of every line that is new, and opens the keys of all that are there. */
    public void establish() {
        QuarkusTransaction.requiringNew().run(() -> {
            repository.lock();
            hierarchy.plans().stream()
                    .filter(plan -> repository.generationsOf(plan.name()).isEmpty())
                    .forEach(this::beginIfPossible);
        });
        refresh();
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
        return newest(all(), line)
                .map(authority -> signing(authority.name()))
                .orElseThrow(() -> AuthorityProblem.AUTHORITY_NOT_ACTIVE.because("%s", line));
    }

    /** Whether a line has a generation that new certificates come from. */
    public boolean isIssuing(String line) {
        return newest(all(), line).isPresent();
    }

    /** Whether new certificates of its line come from this one. */
    boolean isIssuing(Authority authority) {
        return newest(all(), authority.line())
                .filter(each -> each.name().equals(authority.name()))
                .isPresent();
    }

    @Override
    public Optional<String> labelOf(String line) {
        return all().stream()
                .filter(authority -> authority.line().equals(line) && !authority.isRoot())
                .max(Comparator.comparingInt(Authority::generation))
                .map(Authority::label)
                .or(() ->
                        hierarchy.find(line).filter(this::isToBeSignedElsewhere).map(Plan::label));
    }

    /** Such a line is there before its first certificate is. */
    private boolean isToBeSignedElsewhere(Plan plan) {
        return plan.issuer() == null && isPossible(plan);
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

    /** A certificate and the authorities above it, with the root. */
    public List<CertificateDer> chainOf(CertificateDer leaf, String authority) {
        return Stream.concat(Stream.of(leaf), chainOf(authority).stream().map(Authority::certificate))
                .toList();
    }

    /** As {@link #chainOf(String)}, without the root, which a peer has or does not trust (RFC 8446 4.4.2). */
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

    /** The list that certificates name which are on this shard. */
    public String crlUrl(String authority, int shard) {
        return addresses.crl(authority, shard);
    }

    public String deltaCrlUrl(String authority, int shard) {
        return addresses.deltaCrl(authority, shard);
    }

    public String ocspUrl() {
        return addresses.ocsp();
    }

    /** Changes authorities under the lock, so that what was found holds until it is changed. This copy knows of it afterwards. */
    <T> T change(Callable<T> change) {
        T changed = QuarkusTransaction.requiringNew().timeout(120).call(() -> {
            repository.lock();
            return change.call();
        });
        refresh();
        return changed;
    }

    /**
     * Refuses when one of these was compromised meanwhile. It asks the database, in the transaction that enters what they signed.
     */
    public void requireUncompromised(Collection<String> names) {
        List<String> compromised = repository.compromised(names);
        if (!compromised.isEmpty()) {
            throw AuthorityProblem.AUTHORITY_NOT_ACTIVE.because("%s", String.join(", ", compromised));
        }
    }

    /** Lets this copy of the platform know at once what was committed, here or by another copy. */
    public void refresh() {
        reading.lock();
        try {
            read();
        } finally {
            reading.unlock();
        }
    }

    private Authority get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no authority " + name));
    }

    /** What was committed, whatever transaction is running. */
    private void read() {
        Instant now = clock.instant();
        known = new Known(QuarkusTransaction.suspendingExisting().call(repository::inOrder), now);
        metrics.know(known.all());
    }

    private SigningKey key(Authority authority) {
        if (!authority.hasKey()) {
            throw new IllegalStateException("the key of authority " + authority.name() + " is elsewhere");
        }
        return keys.get(Plan.keyName(authority.name()));
    }

    private void beginIfPossible(Plan plan) {
        if (isPossible(plan)) {
            begin(plan);
        } else {
            Log.infof("there is no line %s: keys of the kind %s are not made here", plan.name(), plan.key());
        }
    }

    boolean isPossible(Plan plan) {
        return !plan.isOptional() || keys.canMake(Plan.keyName(plan.name()), plan.key());
    }

    private void begin(Plan plan) {
        String issuer = plan.issuer();
        if (issuer == null) {
            ceremony.request(plan, 1, plan.key(), Actor.PLATFORM);
        } else if (plan.isRoot()) {
            ceremony.root(plan, 1, plan.key(), Actor.PLATFORM);
        } else {
            Authority above = newest(repository.inOrder(), issuer)
                    .orElseThrow(
                            () -> new IllegalStateException("no authority " + issuer + " can sign " + plan.name()));
            ceremony.subordinate(plan, 1, plan.key(), above, Actor.PLATFORM);
        }
    }

    private Optional<Authority> newest(List<Authority> from, String line) {
        Instant now = clock.instant();
        return from.stream()
                .filter(authority -> authority.line().equals(line) && authority.issuesAt(now))
                .max(Comparator.comparingInt(Authority::generation));
    }

    private record Known(List<Authority> all, Instant readAt) {
        boolean isFreshAt(Instant now) {
            return now.isBefore(readAt.plus(KEPT)) && !now.isBefore(readAt);
        }
    }
}
