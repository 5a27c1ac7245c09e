package io.shomei.profile;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest version of every profile. */
@ApplicationScoped
public class Profiles {
    /** Log-in certificate of a registration officer: the number the old system gave it. */
    public static final String OFFICER = "1";

    public static final String OPERATOR = "operator";
    /** The platform's own: its entrances, status answers, time stamps, signed history and mails. */
    public static final String TLS = "tls";

    public static final String OCSP = "ocsp";
    public static final String TSA = "tsa";
    public static final String AUDIT = "audit";
    public static final String NOTICE_SIGNING = "notice-signing";

    /** How long another copy of the platform may still issue under a version that was replaced. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final ProfileRepository repository;
    private final DeliveredProfiles delivered;
    private final Policies policies;
    private final InstantSource clock;
    private volatile @Nullable Kept kept;

    private record Kept(Map<String, Profile> byId, Instant readAt) {
        boolean isFreshAt(Instant now) {
            return now.isBefore(readAt.plus(KEPT)) && !now.isBefore(readAt);
        }
    }

    Profiles(ProfileRepository repository, DeliveredProfiles delivered, Policies policies, InstantSource clock) {
        this.repository = repository;
        this.delivered = delivered;
        this.policies = policies;
        this.clock = clock;
    }

    public Optional<Profile> find(String id) {
        return Optional.ofNullable(current().get(id));
    }

    /** A profile the code itself names, or a stored reference to one. */
    public Profile get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("there is no profile " + id));
    }

    /** In the order they are delivered in. */
    public List<Profile> all() {
        return List.copyOf(current().values());
    }

    /** Those a caller may see: an operator all, everybody else the ones that the tenant's policy permits. */
    public List<Profile> visibleTo(Caller caller) {
        if (caller.role() == Role.OPERATOR) {
            return all();
        }
        List<String> permitted = policies.of(caller.tenant()).profiles().permitted();
        return all().stream()
                .filter(profile -> permitted.contains(profile.id()))
                .toList();
    }

    /** One of {@link #visibleTo}; what a caller may not see does not exist. */
    public Profile get(Caller caller, String id) {
        return visibleTo(caller).stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** A profile as it was, such as when a certificate was issued under it. */
    public Optional<Profile> find(String id, int version) {
        Profile newest = current().get(id);
        return newest != null && newest.version() == version
                ? Optional.of(newest)
                : repository.find(id, version).map(ProfileVersion::profile);
    }

    /** Has this copy notice a change at once. */
    void forget() {
        kept = null;
    }

    private Map<String, Profile> current() {
        Instant now = clock.instant();
        Kept found = kept;
        if (found == null || !found.isFreshAt(now)) {
            found = new Kept(read(), now);
            kept = found;
        }
        return found.byId();
    }

    private Map<String, Profile> read() {
        Map<String, Profile> stored = new LinkedHashMap<>();
        QuarkusTransaction.joiningExisting()
                .run(() -> repository
                        .newest()
                        .forEach(each -> stored.put(each.profile().id(), each.profile())));
        Map<String, Profile> ordered = new LinkedHashMap<>();
        delivered.all().forEach(profile -> {
            Profile known = stored.remove(profile.id());
            if (known != null) {
                ordered.put(profile.id(), known);
            }
        });
        ordered.putAll(stored);
        return ordered;
    }
}
