package io.shomei.kernel;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** The only source of time and randomness. Everybody else asks for them, so a test can set them. */
@Singleton
class KernelBeans {

    @Produces
    @Singleton
    InstantSource clock() {
        // What is answered is what is kept: PostgreSQL keeps microseconds.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
