package io.shomei.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever the kernel of the machine at hand says, it is read: it confirms its clock, or says why not. */
class KernelReferenceTest {

    @Test
    void theKernelIsAsked() {
        KernelReference kernel = new KernelReference();
        assertThat(kernel.isRequired()).isTrue();
        try {
            Offset offset = kernel.measure();
            assertThat(offset.ahead()).isEqualTo(Duration.ZERO);
            assertThat(offset.uncertainty()).isBetween(Duration.ZERO, Duration.ofSeconds(60));
        } catch (SilentReference silent) {
            assertThat(silent.reason())
                    .isIn(
                            "the kernel's clock is not synchronised",
                            "the kernel does not tell",
                            "this system does not say how its clock is kept");
        }
    }
}
