package io.shomei.timestamp.clock;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether this copy makes time stamps. It is not part of readiness: everything else goes on without them. */
@Wellness
@ApplicationScoped
class ClockHealth implements HealthCheck {
    private final TrustedClock clock;

    ClockHealth(TrustedClock clock) {
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> objection = clock.objection();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("timestamp").status(objection.isEmpty());
        objection.ifPresent(reason -> response.withData("reason", reason));
        clock.verdict()
                .opinions()
                .forEach(opinion -> response.withData(
                        opinion.reference(),
                        opinion.offset() == null
                                ? String.valueOf(opinion.silence())
                                : "ahead by " + opinion.offset().ahead() + ", give or take "
                                        + opinion.offset().uncertainty()));
        return response.build();
    }
}
