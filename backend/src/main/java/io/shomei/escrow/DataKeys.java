package io.shomei.escrow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyEncryption;
import io.shomei.keys.KeyStorage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One data key a tenant, wrapped under the key-encryption key: what is kept of one tenant cannot be read with the key of another, and
 * a change of the key-encryption key wraps a few keys anew instead of everything.
 */
@ApplicationScoped
public class DataKeys {
    private final DataKeyRepository repository;
    private final KeyEncryption encryption;
    private final InstantSource clock;
    private final ConcurrentMap<TenantId, KeyEncryption> opened = new ConcurrentHashMap<>();

    DataKeys(DataKeyRepository repository, KeyStorage keys, InstantSource clock) {
        this.repository = repository;
        this.encryption = keys.encryption();
        this.clock = clock;
    }

    /** What encrypts for a tenant. */
    public KeyEncryption of(TenantId tenant) {
        return opened.computeIfAbsent(tenant, _ -> encryption.open(name(tenant), wrapped(tenant)));
    }

    /** In a transaction of its own: what is encrypted under it must not outlive a key that was rolled back. */
    private byte[] wrapped(TenantId tenant) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository
                        .find(tenant)
                        .orElseGet(() -> repository.add(tenant, encryption.makeKey(name(tenant)), clock.instant())));
    }

    private static String name(TenantId tenant) {
        return "data key of " + tenant;
    }
}
