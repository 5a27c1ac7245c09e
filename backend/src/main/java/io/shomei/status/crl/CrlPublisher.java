package io.shomei.status.crl;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.status.crl.CrlProblem.CRL_NOT_MADE_YET;
import static io.shomei.status.crl.CrlProblem.CRL_SIGNED_ELSEWHERE;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.CrlScope;
import io.shomei.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Publishes revocation lists, full ones and deltas, for each part of each authority. Whichever copy of the platform makes a
 * list, its number is one more than the last one's (RFC 5280 5.2.3), and every copy gives out the newest.
 */
@ApplicationScoped
public class CrlPublisher {
    /** How long a revocation waits for its list at most; the revocation itself is committed already. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int LONGEST_SECONDS = 300;

    private final CrlMaker maker;
    private final CrlRepository repository;
    private final Authorities authorities;
    private final CrlMetrics metrics;
    private final CrlConfig config;
    private final Map<CrlScope, Turns> turns = new ConcurrentHashMap<>();

    CrlPublisher(
            CrlMaker maker, CrlRepository repository, Authorities authorities, CrlMetrics metrics, CrlConfig config) {
        this.maker = maker;
        this.repository = repository;
        this.authorities = authorities;
        this.metrics = metrics;
        this.config = config;
    }

    /**
     * Has a list made after a revocation was committed. Who revokes alone waits a little for it. Where many revoke, or lists take
     * long, nobody waits: many share one list. A failure is left to the schedule: it never undoes or delays the revocation.
     *
     * @return whether the list is there
     */
    public boolean publishAfterRevocation(CrlScope scope) {
        Turns.Turn turn = turns(scope).next(1);
        return turn.isDoneWithin(PATIENCE) && isMade(scope, turn);
    }

    /** Has lists made that tell of so many revocations more, and waits for nothing. */
    public void publishSoon(CrlScope scope, int revocations) {
        turns(scope).next(revocations);
    }

    /** Has a list made after the last of many revocations, and waits a little for it. */
    public void publishAtLast(CrlScope scope) {
        isMade(scope, turns(scope).next(0));
    }

    /** Makes every list that is missing, behind the register, or due. One that cannot be made keeps no other from being made. */
    public void publishDue() {
        authorities.all().stream().flatMap(CrlPublisher::scopes).forEach(scope -> {
            try {
                publish(scope, false, Actor.PLATFORM);
            } catch (RuntimeException failure) {
                Log.errorf(failure, "the CRL of %s cannot be made", scope);
            }
        });
        metrics.look();
    }

    /** Makes the lists of one authority that are missing, behind the register, or due. */
    void publishDue(Authority authority) {
        scopes(authority).forEach(scope -> publish(scope, false, Actor.PLATFORM));
    }

    /**
     * Makes the full lists of an authority now, from all there is in the register.
     *
     * @return what was made: a delta, too, where there are deltas
     */
    public List<Crl> publishAnew(Caller by, String name) {
        Authority authority = authorities.find(name).orElseThrow(() -> NOT_FOUND.because(""));
        if (!authority.hasKey()) {
            throw CRL_SIGNED_ELSEWHERE.because("%s", name);
        }
        return scopes(authority)
                .flatMap(scope -> publish(scope, true, Actor.of(by)).stream())
                .toList();
    }

    /** The newest list of a kind, also when another copy of the platform made it. */
    public Optional<Crl> newest(CrlScope scope, Crl.Kind kind) {
        return QuarkusTransaction.requiringNew().call(() -> repository.newest(scope, kind));
    }

    /**
     * The full list of a part that has none yet: it is made for whoever asks first, and all who ask meanwhile wait for it.
     *
     * @return empty where there is no such part, or its lists are made elsewhere
     * @throws io.shomei.kernel.ProblemException CRL_NOT_MADE_YET where it takes long, or cannot be made
     */
    Optional<Crl> first(CrlScope scope) {
        if (authorities.find(scope.authority()).stream()
                .flatMap(CrlPublisher::scopes)
                .noneMatch(scope::equals)) {
            return Optional.empty();
        }
        publishAtLast(scope);
        return Optional.of(newest(scope, Crl.Kind.FULL).orElseThrow(() -> CRL_NOT_MADE_YET.because("%s", scope)));
    }

    /** The newest list of each kind and scope. */
    public List<Crl> newest() {
        return QuarkusTransaction.requiringNew().call(repository::newestOfAll);
    }

    List<Crl> publish(CrlScope scope, boolean anew, Actor actor) {
        try {
            return timed(() -> QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_SECONDS)
                    .call(() -> maker.make(scope, anew, actor)));
        } catch (RuntimeException failure) {
            metrics.failed(scope);
            throw failure;
        }
    }

    private Turns turns(CrlScope scope) {
        return turns.computeIfAbsent(
                scope, each -> new Turns("crl-" + each, config.crowdPause(), () -> publishInTurn(each)));
    }

    private void publishInTurn(CrlScope scope) {
        try {
            publish(scope, false, Actor.PLATFORM);
        } catch (RuntimeException failure) {
            Log.warnf(failure, "the CRL of %s is left to the schedule", scope);
            throw failure;
        }
    }

    private static boolean isMade(CrlScope scope, Turns.Turn turn) {
        try {
            turn.done().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            return false;
        } catch (TimeoutException late) {
            Log.warnf("the CRL of %s takes longer than %s", scope, PATIENCE);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Notes how long it took, waiting for another copy's list included. */
    private List<Crl> timed(Supplier<List<Crl>> making) {
        long begun = System.nanoTime();
        List<Crl> made = making.get();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        made.forEach(crl -> repository.madeIn(crl, took));
        return made;
    }

    /** The parts of an authority whose key is here. */
    static Stream<CrlScope> scopes(Authority authority) {
        return authority.hasKey()
                ? IntStream.range(0, authority.crlShards()).mapToObj(shard -> new CrlScope(authority.name(), shard))
                : Stream.empty();
    }
}
