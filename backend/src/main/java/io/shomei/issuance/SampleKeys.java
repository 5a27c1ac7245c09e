package io.shomei.issuance;

import io.shomei.pki.KeySpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public keys that stand for an applicant's in a rehearsal, one of each kind, made when the first one is wanted. Their private
 * halves are forgotten at once, so even a certificate for one would serve nobody.
 */
@ApplicationScoped
class SampleKeys {
    private final SecureRandom random;
    private final Map<KeySpec, byte[]> keys = new ConcurrentHashMap<>();

    SampleKeys(SecureRandom random) {
        this.random = random;
    }

    /** The SubjectPublicKeyInfo in DER. */
    byte[] of(KeySpec kind) {
        return keys.computeIfAbsent(
                        kind, missing -> missing.generate(random).getPublic().getEncoded())
                .clone();
    }
}
