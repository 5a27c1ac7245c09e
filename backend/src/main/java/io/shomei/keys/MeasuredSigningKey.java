package io.shomei.keys;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import java.security.PublicKey;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes the time of each signature, and counts those that failed. */
final class MeasuredSigningKey implements SigningKey {
    private final SigningKey key;
    private final Timer made;
    private final Timer failed;

    MeasuredSigningKey(SigningKey key, MeterRegistry metrics) {
        String vault = key instanceof HsmSigningKey ? "hsm" : "file";
        this.key = key;
        this.made = metrics.timer("keys_signature", "vault", vault, "outcome", "made");
        this.failed = metrics.timer("keys_signature", "vault", vault, "outcome", "failed");
    }

    @Override
    public PublicKey publicKey() {
        return key.publicKey();
    }

    @Override
    public byte[] sign(SignatureScheme scheme, byte[] toBeSigned) {
        return measured(() -> key.sign(scheme, toBeSigned));
    }

    @Override
    public byte[] sign(SignatureScheme scheme, Message toBeSigned) {
        return measured(() -> key.sign(scheme, toBeSigned));
    }

    private byte[] measured(Supplier<byte[]> signing) {
        long start = System.nanoTime();
        Timer timer = failed;
        try {
            byte[] signature = signing.get();
            timer = made;
            return signature;
        } finally {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public String toString() {
        return key.toString();
    }
}
