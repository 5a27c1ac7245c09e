package io.shomei.statistics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.jobs.RecurringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Adds changes up, so that a page reads few rows. Nothing shows whether it ran. */
@ApplicationScoped
class AddUpJob implements RecurringJob {
    private static final int AT_ONCE = 10_000;

    private final StatisticsRepository repository;
    private final StatisticsConfig config;

    AddUpJob(StatisticsRepository repository, StatisticsConfig config) {
        this.repository = repository;
        this.config = config;
    }

    @Override
    public String name() {
        return "statistics-add-up";
    }

    @Override
    public Duration pause() {
        return config.interval();
    }

    @Override
    public void run() {
        while (QuarkusTransaction.requiringNew().call(() -> repository.addUp(AT_ONCE)) == AT_ONCE) {
            // There is more.
        }
    }
}
