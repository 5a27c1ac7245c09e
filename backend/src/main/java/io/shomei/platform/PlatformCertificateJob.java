package io.shomei.platform;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.shomei.issuance.OwnCertificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks after the platform's own certificates: that of this copy's entrances, and those that all copies share. */
@ApplicationScoped
public class PlatformCertificateJob {
    private final PlatformCertificate certificate;
    private final OwnCertificates own;
    private final PlatformCertificateConfig config;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("platform-certificate").factory());

    PlatformCertificateJob(PlatformCertificate certificate, OwnCertificates own, PlatformCertificateConfig config) {
        this.certificate = certificate;
        this.own = own;
        this.config = config;
    }

    public void begin() {
        long seconds = config.interval().toSeconds();
        timer.scheduleWithFixedDelay(this::run, seconds, seconds, TimeUnit.SECONDS);
    }

    void end(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void run() {
        try {
            certificate.renewWhenDue();
        } catch (RuntimeException failure) {
            Log.error("the certificate of the entrances could not be renewed", failure);
        }
        try {
            own.renewDue();
        } catch (RuntimeException failure) {
            Log.error("keys of replaced certificates could not be destroyed", failure);
        }
    }
}
