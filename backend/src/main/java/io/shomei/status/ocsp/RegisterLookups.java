package io.shomei.status.ocsp;

import io.quarkus.logging.Log;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.IssuedSerial;
import io.shomei.certificate.IssuedStatus;
import io.shomei.database.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the register for many at once. One statement is under way at a time; whoever comes meanwhile goes with the next one. A
 * statement therefore always begins after the questions it answers, and sees every revocation that was committed before them.
 */
@ApplicationScoped
class RegisterLookups {
    /** Certificates in one statement. */
    private static final int MOST_AT_ONCE = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CertificateRegister register;
    private final Queue<Lookup> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean failing;

    RegisterLookups(CertificateRegister register) {
        this.register = register;
    }

    private record Lookup(List<IssuedSerial> asked, CompletableFuture<Map<IssuedSerial, IssuedStatus>> found) {}

    /**
     * What the register says now about these, and perhaps about others; what was never issued is not in it.
     *
     * @throws DatabaseException where the database is away
     * @throws TimeoutException where it does not answer in time
     */
    Map<IssuedSerial, IssuedStatus> find(List<IssuedSerial> asked) throws TimeoutException, InterruptedException {
        Lookup lookup = new Lookup(asked, new CompletableFuture<>());
        waiting.add(lookup);
        if (busy.compareAndSet(false, true)) {
            Thread.ofVirtual().name("ocsp-lookup").start(this::work);
        }
        try {
            return lookup.found().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void work() {
        do {
            List<Lookup> together = next();
            while (!together.isEmpty()) {
                read(together);
                together = next();
            }
            busy.set(false);
            // Somebody may have come between the last look and the sign that nobody is at work.
        } while (!waiting.isEmpty() && busy.compareAndSet(false, true));
    }

    private List<Lookup> next() {
        List<Lookup> together = new ArrayList<>();
        int certificates = 0;
        while (certificates < MOST_AT_ONCE) {
            Lookup lookup = waiting.poll();
            if (lookup == null) {
                break;
            }
            together.add(lookup);
            certificates += lookup.asked().size();
        }
        return together;
    }

    private void read(List<Lookup> together) {
        try {
            Map<IssuedSerial, IssuedStatus> found = register.statuses(
                    together.stream().flatMap(lookup -> lookup.asked().stream()).toList());
            failing = false;
            together.forEach(lookup -> lookup.found().complete(found));
        } catch (RuntimeException | Error failed) {
            if (!failing) {
                // One line for an outage, however many ask meanwhile.
                Log.warn("the register cannot be read; OCSP answers tryLater until it can", failed);
                failing = true;
            }
            together.forEach(lookup -> lookup.found().completeExceptionally(failed));
        }
    }
}
