package io.shomei.renewal;

import io.shomei.certificate.CertificateRegister;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Brings back to the desk what has to be renewed again, because nobody collected the successor in time. */
@ApplicationScoped
class LapsedRenewalsJob implements RecurringJob {
    /** Certificates that share a transaction. */
    private static final int CHUNK = 500;

    private final CertificateRegister register;

    LapsedRenewalsJob(CertificateRegister register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "lapsed-renewals";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        int ended;
        do {
            ended = register.endLapsedRenewals(CHUNK);
        } while (ended == CHUNK);
    }
}
