package io.shomei.keys;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the vaults answer. It is a matter of wellness and not of readiness: without its HSM a copy still serves revocation lists,
 * which relying parties need most while something is wrong.
 */
@Wellness
@ApplicationScoped
class KeyVaultHealth implements HealthCheck {
    private final KeyStorage keys;

    KeyVaultHealth(KeyStorage keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("keys");
        try {
            keys.probe();
            return response.up().build();
        } catch (IllegalStateException e) {
            return response.down().withData("reason", e.getMessage()).build();
        }
    }
}
