package io.shomei.platform;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks after the certificate of this copy's entrances; each copy has its own. */
@ApplicationScoped
public class PlatformCertificateJob {
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final PlatformCertificate certificate;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("platform-certificate").factory());

    PlatformCertificateJob(PlatformCertificate certificate) {
        this.certificate = certificate;
    }

    public void begin() {
        timer.scheduleWithFixedDelay(this::run, INTERVAL.toMinutes(), INTERVAL.toMinutes(), TimeUnit.MINUTES);
    }

    void end(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void run() {
        try {
            certificate.renewWhenDue();
        } catch (RuntimeException failure) {
            Log.error("the platform's own certificate could not be renewed", failure);
        }
    }
}
