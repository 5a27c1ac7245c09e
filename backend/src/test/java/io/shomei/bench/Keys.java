package io.shomei.bench;

import io.shomei.pki.CryptoProvider;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Keys by the thousand, and what the machine reaches with one. */
public final class Keys {
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private Keys() {}

    public static List<KeyPair> p256(int count, SecureRandom random) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(_ -> KeySpec.P256.generate(random))
                .toList();
    }

    /** Distinct RSA-2048 keys out of pairs of a few primes: good enough to be certified, and made in seconds. */
    public static List<KeyPair> rsa2048(int count, SecureRandom random) {
        int needed = (int) Math.ceil((1 + Math.sqrt(1 + 8.0 * count)) / 2) + 1;
        List<BigInteger> primes = IntStream.range(0, needed)
                .parallel()
                .mapToObj(_ -> prime(random))
                .toList();
        List<KeyPair> keys = new ArrayList<>(count);
        for (int i = 0; i < primes.size() && keys.size() < count; i++) {
            for (int j = 0; j < i && keys.size() < count; j++) {
                keys.add(rsa(primes.get(i), primes.get(j)));
            }
        }
        return keys;
    }

    /** Signatures per second on all cores. */
    static double rawSignatures(KeySpec spec, SecureRandom random) throws InterruptedException {
        PrivateKey key = CryptoProvider.adopt(spec.generate(random).getPrivate());
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        byte[] data = new byte[900];
        measure(key, scheme, data, 500);
        return measure(key, scheme, data, 2_000);
    }

    /** Keys that the provider makes per second on all cores. RSA keys take very different times, so it takes many. */
    static double rawKeys(KeySpec spec, SecureRandom random, long millis) throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        List<Thread> threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() < end) {
                        spec.generate(random);
                        done.incrementAndGet();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private static double measure(PrivateKey key, SignatureScheme scheme, byte[] data, long millis)
            throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        List<Thread> threads = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() < end) {
                        scheme.sign(key, data);
                        done.incrementAndGet();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private static BigInteger prime(SecureRandom random) {
        while (true) {
            // The two highest bits set: any two make a modulus of exactly 2048 bits.
            BigInteger prime = new BigInteger(1024, random)
                    .setBit(1023)
                    .setBit(1022)
                    .setBit(0)
                    .nextProbablePrime();
            if (prime.bitLength() == 1024
                    && prime.subtract(BigInteger.ONE).gcd(EXPONENT).equals(BigInteger.ONE)) {
                return prime;
            }
        }
    }

    private static KeyPair rsa(BigInteger p, BigInteger q) {
        try {
            BigInteger n = p.multiply(q);
            BigInteger p1 = p.subtract(BigInteger.ONE);
            BigInteger q1 = q.subtract(BigInteger.ONE);
            BigInteger d = EXPONENT.modInverse(p1.multiply(q1));
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(n, EXPONENT)),
                    factory.generatePrivate(
                            new RSAPrivateCrtKeySpec(n, EXPONENT, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
