package io.shomei.status.ocsp;

import io.quarkus.logging.Log;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.IssuedSerial;
import io.shomei.certificate.IssuedStatus;
import io.shomei.database.DatabaseException;
import io.shomei.jobs.Together;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the register for many at once. A statement always begins after the questions it answers, and sees every revocation that was
 * committed before them.
 */
@ApplicationScoped
class RegisterLookups {
    /** Certificates in one statement. */
    private static final int MOST_AT_ONCE = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CertificateRegister register;
    private final Together<List<IssuedSerial>, Map<IssuedSerial, IssuedStatus>> lookups =
            new Together<>("ocsp-lookup", MOST_AT_ONCE, List::size, this::read);
    private volatile boolean failing;

    RegisterLookups(CertificateRegister register) {
        this.register = register;
    }

    /**
     * What the register says now about these, and perhaps about others; what was never issued is not in it.
     *
     * @throws DatabaseException where the database is away
     * @throws TimeoutException where it does not answer in time
     */
    Map<IssuedSerial, IssuedStatus> find(List<IssuedSerial> asked) throws TimeoutException, InterruptedException {
        try {
            return lookups.ask(asked).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    private void read(List<Together.Asked<List<IssuedSerial>, Map<IssuedSerial, IssuedStatus>>> together) {
        try {
            Map<IssuedSerial, IssuedStatus> found = register.statuses(
                    together.stream().flatMap(each -> each.question().stream()).toList());
            failing = false;
            together.forEach(each -> each.answer().complete(found));
        } catch (RuntimeException | Error failed) {
            if (!failing) {
                // One line for an outage, however many ask meanwhile.
                Log.warn("the register cannot be read; OCSP answers tryLater until it can", failed);
                failing = true;
            }
            throw failed;
        }
    }
}
