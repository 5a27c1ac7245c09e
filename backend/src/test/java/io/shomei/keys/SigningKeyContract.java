package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.KeySpec;
import io.shomei.pki.Message;
import io.shomei.pki.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place where keys lie has to do, whichever it is. */
abstract class SigningKeyContract {
    private static final byte[] DATA = "to be signed".getBytes(StandardCharsets.UTF_8);
    private static final int THREADS = 8;

    /** Opens the same place, as a process does that starts. */
    abstract KeyStorage open();

    /** The kinds of key that it makes. */
    abstract Set<KeySpec> kinds();

    @ParameterizedTest
    @EnumSource(KeySpec.class)
    void aKeySurvivesARestart(KeySpec spec) {
        KeyStorage storage = open();
        assertThat(storage.canMake("ca-1", spec)).isEqualTo(kinds().contains(spec));
        if (!kinds().contains(spec)) {
            assertThatThrownBy(() -> storage.getOrCreate("ca-1", spec))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("makes no keys of the kind " + spec.displayName());
            assertThat(storage.exists("ca-1")).isFalse();
            return;
        }
        SigningKey first = storage.getOrCreate("ca-1", spec);
        SigningKey second = open().get("ca-1");
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        assertThat(KeySpec.of(second.publicKey())).contains(spec);
        assertThat(second.publicKey().getEncoded()).isEqualTo(first.publicKey().getEncoded());
        byte[] signature = second.sign(scheme, DATA);
        assertThat(scheme.verify(first.publicKey(), DATA, signature)).isTrue();
        signature[signature.length - 1] ^= 1;
        assertThat(scheme.verify(first.publicKey(), DATA, signature)).isFalse();
        assertThat(first).hasToString("•••");
    }

    @ParameterizedTest
    @EnumSource(KeySpec.class)
    void aMessageInPiecesIsSignedAsOne(KeySpec spec) {
        if (!kinds().contains(spec)) {
            return;
        }
        SigningKey key = open().getOrCreate("ca-1", spec);
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        byte[] piece = new byte[80_000];
        Arrays.fill(piece, (byte) 7);
        Message message = pieces -> {
            for (int i = 0; i < 40; i++) {
                pieces.accept(piece);
            }
        };
        byte[] signature = key.sign(scheme, message);
        SignatureScheme.Verifier verifier = scheme.verifier(key.publicKey());
        message.forEach(verifier);
        assertThat(verifier.isRight(signature)).isTrue();
        SignatureScheme.Verifier other = scheme.verifier(key.publicKey());
        other.accept(piece);
        assertThat(other.isRight(signature)).isFalse();
    }

    @Test
    void aKeyIsMadeOnce() {
        KeyStorage one = open();
        KeyStorage two = open();
        assertThat(one.exists("tsa")).isFalse();
        SigningKey key = one.getOrCreate("tsa", KeySpec.P256);
        assertThat(two.getOrCreate("tsa", KeySpec.P256).publicKey()).isEqualTo(key.publicKey());
        assertThat(one.getOrCreate("tsa", KeySpec.P384).publicKey()).isEqualTo(key.publicKey());
        assertThat(one.exists("tsa")).isTrue();
        assertThat(two.exists("tsa")).isTrue();
    }

    @Test
    void processesThatStartTogetherAgreeOnOneKey() throws Exception {
        List<PublicKey> keys = together(THREADS, _ -> {
            KeyStorage storage = open();
            return storage.getOrCreate("shared", KeySpec.P256).publicKey();
        });
        assertThat(keys).hasSize(THREADS);
        assertThat(Set.copyOf(keys)).hasSize(1);
    }

    @Test
    void manyThreadsSignAtOnce() throws Exception {
        KeyStorage storage = open();
        SigningKey rsa = storage.getOrCreate("rsa", KeySpec.RSA_2048);
        SigningKey ec = storage.getOrCreate("ec", KeySpec.P256);
        List<Boolean> right = together(THREADS, thread -> {
            boolean good = true;
            for (int i = 0; i < 50; i++) {
                byte[] data = (thread + " " + i).getBytes(StandardCharsets.UTF_8);
                good &= signs(ec, SignatureScheme.ECDSA_WITH_SHA256, data);
                good &= signs(
                        rsa, i % 2 == 0 ? SignatureScheme.SHA256_WITH_RSA : SignatureScheme.SHA384_WITH_RSA, data);
            }
            return good;
        });
        assertThat(right).hasSize(THREADS).containsOnly(true);
    }

    @Test
    void aRemovedKeyIsGoneAndItsNameIsFree() {
        KeyStorage storage = open();
        SigningKey first = storage.getOrCreate("tls", KeySpec.P256);
        storage.remove("tls");
        storage.remove("never-made");
        assertThat(storage.exists("tls")).isFalse();
        assertThat(open().exists("tls")).isFalse();
        assertThatThrownBy(() -> storage.get("tls")).isInstanceOf(IllegalStateException.class);
        assertThat(storage.getOrCreate("tls", KeySpec.P256).publicKey()).isNotEqualTo(first.publicKey());
    }

    @Test
    void aKeyThatAnotherProcessReplacedIsNotUsedFromMemory() {
        KeyStorage one = open();
        one.getOrCreate("tls", KeySpec.P256);
        open().remove("tls");
        SigningKey made = one.getOrCreate("tls", KeySpec.P256);
        assertThat(open().get("tls").publicKey()).isEqualTo(made.publicKey());
    }

    @Test
    void whatIsNotThereIsNamed() {
        KeyStorage storage = open();
        assertThat(storage.exists("nobody")).isFalse();
        assertThatThrownBy(() -> storage.get("nobody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no key nobody in the ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "A", "a/b", "a.b", "a\u0000", "鍵"})
    void aNameIsPlain(String name) {
        KeyStorage storage = open();
        assertThatThrownBy(() -> storage.exists(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.get(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.getOrCreate(name, KeySpec.P256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> storage.remove(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itAnswers() {
        open().probe();
    }

    private static boolean signs(SigningKey key, SignatureScheme scheme, byte[] data) {
        return scheme.verify(key.publicKey(), data, key.sign(scheme, data));
    }

    private interface Work<T> {
        T of(int thread);
    }

    private static <T> List<T> together(int threads, Work<T> work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(thread -> () -> work.of(thread))
                    .toList();
            List<Future<T>> done = pool.invokeAll(tasks);
            List<T> results = new ArrayList<>();
            for (Future<T> each : done) {
                results.add(each.get());
            }
            return results;
        }
    }
}
