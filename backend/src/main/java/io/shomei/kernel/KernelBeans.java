package io.shomei.kernel;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The only source of time and randomness. Everybody else asks for them, so a test can set them. */
@Singleton
class KernelBeans {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
