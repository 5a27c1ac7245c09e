package io.shomei.testing;

import io.quarkus.arc.Arc;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the clock follow the real one again after each test. */
public final class PresentClock implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        Arc.container().instance(TestClock.class).get().reset();
    }
}
