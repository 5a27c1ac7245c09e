package io.shomei.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Fixtures;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A preset, and what a tenant changes of it. */
@ShomeiTest
class PoliciesTest {
    private static final String PRESET = "research-federation";

    @Inject
    Fixtures given;

    @Inject
    Policies policies;

    @Test
    void aPresetHoldsAsItIs() {
        Policy policy = policies.of(given.tenant("a").id());
        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.session().idleTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(policy.enrolment().urlLifetime()).isEqualTo(Period.ofDays(30));
        assertThat(policy.lists().encoding()).isEqualTo("Shift_JIS");
    }

    @Test
    void achangeReplacesWhatItNamesAndNothingBesides() {
        TenantId tenant = given.tenant("a").id();
        Policy changed = policies.assign(
                tenant, PRESET, "{\"requestFile\":{\"maxRows\":5},\"profiles\":{\"permitted\":[\"12\"]}}");
        assertThat(changed.requestFile().maxRows()).isEqualTo(5);
        assertThat(changed.requestFile().reviewItems()).hasSize(3);
        assertThat(changed.profiles().permitted()).isEqualTo(List.of("12"));
        assertThat(changed.session().idleTimeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(changed.version()).isEqualTo(2);
        assertThat(policies.of(tenant)).isEqualTo(changed);
    }

    @Test
    void whoReadsWhileItChangesKeepsNobodyFromTheNewOne() {
        TenantId tenant = given.tenant("a").id();
        QuarkusTransaction.requiringNew().run(() -> {
            policies.assign(tenant, PRESET, "{\"requestFile\":{\"maxRows\":5}}");
            int meanwhile = CompletableFuture.supplyAsync(() -> QuarkusTransaction.requiringNew()
                            .call(() -> policies.of(tenant).version()))
                    .join();
            assertThat(meanwhile).isEqualTo(1);
        });
        assertThat(policies.of(tenant).version()).isEqualTo(2);
    }

    @Test
    void whatThePolicyDoesNotKnowIsRefusedAndTheOldOneStays() {
        TenantId tenant = given.tenant("a").id();
        for (String nonsense : List.of(
                "{\"sesion\":{}}",
                "{\"session\":{\"idleTimeout\":\"soon\"}}",
                "{",
                "{\"requestFile\":{\"maxRows\":null}}")) {
            assertThatThrownBy(() -> policies.assign(tenant, PRESET, nonsense))
                    .as(nonsense)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> policies.assign(tenant, "no-such-preset", "{}"))
                .isInstanceOf(RuntimeException.class);
        assertThat(policies.of(tenant).version()).isEqualTo(1);
    }
}
