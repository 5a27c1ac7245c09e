package io.shomei.status.crl;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CrlWriter;
import io.shomei.pki.RevokedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes revocation lists and keeps the newest at hand. Numbers come from the database under a lock and never go back
 * (RFC 5280 5.2.3), whichever copy of the platform makes the list.
 */
@ApplicationScoped
public class CrlPublisher {
    /** How long a revocation waits for its list before it answers; the revocation itself is committed already. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CrlRepository repository;
    private final CertificateRegister register;
    private final Authorities authorities;
    private final AuditLog audit;
    private final CrlConfig config;
    private final InstantSource clock;
    private final Map<String, Crl> newest = new ConcurrentHashMap<>();
    private final Map<String, Turns> turns = new ConcurrentHashMap<>();

    CrlPublisher(
            CrlRepository repository,
            CertificateRegister register,
            Authorities authorities,
            AuditLog audit,
            CrlConfig config,
            InstantSource clock) {
        this.repository = repository;
        this.register = register;
        this.authorities = authorities;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Has the list of an authority made after a revocation was committed, and waits a little for it. Many at once share one
     * list. A failure is left to the schedule: it never undoes or delays the revocation.
     */
    public void publishAfterRevocation(String authority) {
        CompletableFuture<Boolean> made =
                turns.computeIfAbsent(authority, Turns::new).next();
        try {
            made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException left) {
            Log.warnf("the CRL of %s is left to the schedule: %s", authority, left.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes every list that is missing, behind the register, or due. */
    public void publishDue() {
        List<String> behind = QuarkusTransaction.requiringNew().call(repository::behind);
        Instant now = clock.instant();
        for (Authority authority :
                authorities.all().stream().filter(Authority::hasKey).toList()) {
            Optional<Crl> last = newest(authority.name());
            boolean due = last.isEmpty()
                    || behind.contains(authority.name())
                    || !now.isBefore(last.get().thisUpdate().plus(config.renewal()));
            if (due) {
                publish(authority.name());
            }
        }
    }

    /** The newest list, also when another copy of the platform made it. */
    public Optional<Crl> newest(String authority) {
        Crl known = newest.get(authority);
        Optional<Long> number = QuarkusTransaction.requiringNew().call(() -> repository.newestNumber(authority));
        if (known != null && number.isPresent() && number.get() == known.number()) {
            return Optional.of(known);
        }
        Optional<Crl> found = QuarkusTransaction.requiringNew().call(() -> repository.newest(authority));
        found.ifPresent(crl -> newest.put(authority, crl));
        return found;
    }

    List<Crl> all() {
        return authorities.all().stream()
                .flatMap(authority -> newest(authority.name()).stream())
                .toList();
    }

    void publish(String name) {
        SigningAuthority authority = authorities.signing(name);
        Crl crl = QuarkusTransaction.requiringNew().timeout(300).call(() -> {
            long number = repository.lockLastNumber(name) + 1;
            Instant madeAt = clock.instant();
            // Whole seconds, never ahead: a list from the future would be refused.
            Instant thisUpdate = madeAt.truncatedTo(ChronoUnit.SECONDS);
            Instant nextUpdate = thisUpdate.plus(config.lifetime());
            List<RevokedEntry> revoked = new ArrayList<>();
            register.revokedOf(name, thisUpdate, revoked::add);
            byte[] der = write(authority, number, thisUpdate, nextUpdate, revoked);
            Crl made = new Crl(name, number, thisUpdate, nextUpdate, revoked.size(), der);
            repository.add(made, madeAt);
            audit.append(AuditEntry.done(TenantId.PLATFORM, AuditOperation.CRL_PUBLISH, Actor.PLATFORM)
                    .on(name, null)
                    .with(Map.of("number", String.valueOf(number), "entries", String.valueOf(revoked.size()))));
            return made;
        });
        newest.put(name, crl);
    }

    private static byte[] write(
            SigningAuthority authority,
            long number,
            Instant thisUpdate,
            Instant nextUpdate,
            List<RevokedEntry> revoked) {
        CertificateDer certificate = authority.authority().certificate();
        return new CrlWriter.Builder(certificate.subject(), authority.scheme())
                .thisUpdate(thisUpdate)
                .nextUpdate(nextUpdate)
                .number(BigInteger.valueOf(number))
                .authorityKey(certificate.keyIdentifier().orElseThrow())
                .build()
                .write(revoked.iterator(), authority::signCrl);
    }

    /** One list is made at a time; those who come meanwhile share the next one. */
    private final class Turns {
        private final String authority;
        private final AtomicReference<@Nullable CompletableFuture<Boolean>> waiting = new AtomicReference<>();
        private CompletableFuture<?> last = CompletableFuture.completedFuture(true);

        Turns(String authority) {
            this.authority = authority;
        }

        CompletableFuture<Boolean> next() {
            CompletableFuture<Boolean> mine = new CompletableFuture<>();
            CompletableFuture<Boolean> shared = waiting.compareAndExchange(null, mine);
            if (shared != null) {
                return shared;
            }
            synchronized (this) {
                last = last.handleAsync(
                        (before, failed) -> publishInTurn(mine),
                        task -> Thread.ofVirtual().name("crl-" + authority).start(task));
            }
            return mine;
        }

        private boolean publishInTurn(CompletableFuture<Boolean> mine) {
            // From here on newcomers need the list after this one.
            waiting.set(null);
            try {
                publish(authority);
                return mine.complete(true);
            } catch (RuntimeException failure) {
                return mine.completeExceptionally(failure);
            }
        }
    }
}
