package io.shomei.bench;

import io.shomei.pki.CryptoProvider;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each cryptographic provider reaches with each kind of key: operations per second of processor time of one thread, so that
 * a busy machine counts alike for all. {@link CryptoProvider} chooses by these figures; the platform itself is not asked.
 */
final class ProviderBenchmark implements Bench.Benchmark {
    private static final long WARM_UP_MILLIS = 1_500;
    private static final long MILLIS = 1_500;
    /** RSA keys take a random time each. */
    private static final long KEY_MILLIS = 6_000;

    private final SecureRandom random = new SecureRandom();
    private final byte[] data = new byte[900];

    private interface Work {
        void run() throws GeneralSecurityException;
    }

    @Override
    public List<Bench.Figure> run(Server unused) throws Exception {
        List<Bench.Figure> figures = new ArrayList<>();
        for (KeySpec spec : KeySpec.values()) {
            for (Map.Entry<String, Provider> each : providers(spec).entrySet()) {
                figures.addAll(measure(spec, each.getKey(), each.getValue()));
            }
        }
        return figures;
    }

    private static Map<String, Provider> providers(KeySpec spec) {
        Map<String, Provider> providers = new LinkedHashMap<>();
        jdk(spec).ifPresent(jdk -> providers.put("jdk", jdk));
        providers.put("bc", CryptoProvider.bouncyCastle());
        Provider corretto = CryptoProvider.of("EC");
        if (corretto != CryptoProvider.bouncyCastle()) {
            providers.put("corretto", corretto);
        }
        return providers;
    }

    private static Optional<Provider> jdk(KeySpec spec) {
        return Arrays.stream(Security.getProviders())
                .filter(provider -> provider.getName().toLowerCase(Locale.ROOT).startsWith("sun"))
                .filter(provider -> provider.getService("KeyPairGenerator", spec.family()) != null)
                .findFirst();
    }

    private List<Bench.Figure> measure(KeySpec spec, String name, Provider provider) throws Exception {
        String jca = signature(spec, provider);
        KeyPair pair = spec.generate(provider, random);
        PrivateKey privateKey = pair.getPrivate();
        PublicKey publicKey = pair.getPublic();
        byte[] signature = sign(provider, jca, privateKey);
        long keyMillis = spec.isRsa() ? KEY_MILLIS : MILLIS;
        return List.of(
                figure("sign", spec, name, rate(MILLIS, () -> sign(provider, jca, privateKey))),
                figure("verify", spec, name, rate(MILLIS, () -> verify(provider, jca, publicKey, signature))),
                figure("generate", spec, name, rate(keyMillis, () -> spec.generate(provider, random))));
    }

    private static String signature(KeySpec spec, Provider provider) {
        String name = SignatureScheme.forKey(spec).jcaName();
        // Corretto has one name for all parameters of ML-DSA.
        return provider.getService("Signature", name) == null ? name.replaceAll("-[0-9]+$", "") : name;
    }

    private byte[] sign(Provider provider, String jca, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(jca, provider);
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    private void verify(Provider provider, String jca, PublicKey key, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(jca, provider);
        signature.initVerify(key);
        signature.update(data);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException(provider + " does not verify " + jca);
        }
    }

    private static double rate(long millis, Work work) throws GeneralSecurityException {
        count(WARM_UP_MILLIS, work);
        long start = cpu();
        long done = count(millis, work);
        return done * 1e9 / (cpu() - start);
    }

    private static long count(long millis, Work work) throws GeneralSecurityException {
        long end = System.nanoTime() + millis * 1_000_000;
        long done = 0;
        while (System.nanoTime() < end) {
            work.run();
            done++;
        }
        return done;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Bench.Figure figure(String operation, KeySpec spec, String provider, double rate) {
        String kind = spec.name().toLowerCase(Locale.ROOT).replace("_", "");
        return new Bench.Figure(
                "crypto." + operation + "." + kind + "." + provider,
                rate,
                "ops/CPU-s",
                0,
                0,
                1_000 / rate,
                0,
                "one thread, 900 octets, a key of the provider's own, per second of processor time",
                Map.of());
    }
}
