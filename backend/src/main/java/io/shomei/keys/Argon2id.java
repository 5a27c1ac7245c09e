package io.shomei.keys;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of what people type (Argon2id, RFC 9106), in the PHC string form that carries its own parameters. Each takes 19 MiB; as many
 * threads as there are cores work on them, so that a flood of log-ins waits in a queue and takes neither the memory nor the threads of
 * everybody else.
 */
@ApplicationScoped
public class Argon2id {
    static final int MEMORY_KIB = 19 * 1024;
    static final int PASSES = 2;
    static final int LANES = 1;

    /** What a hash uses beside its memory. */
    private static final int SPARE_BLOCKS = 8;

    private static final int SALT_OCTETS = 16;
    private static final int HASH_OCTETS = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{10,86})\\$([A-Za-z0-9+/]{43})");

    private final SecureRandom random;
    private final ExecutorService threads;
    private final ThreadLocal<HashBlocks> blocks =
            ThreadLocal.withInitial(() -> new HashBlocks(MEMORY_KIB + SPARE_BLOCKS));
    private final String nobodys;

    public Argon2id(SecureRandom random) {
        this.random = random;
        int cores = Runtime.getRuntime().availableProcessors();
        this.threads = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().name("argon2id-", 1).daemon().factory());
        this.nobodys = print(octets(SALT_OCTETS), octets(HASH_OCTETS));
    }

    /** A hash under a salt of its own. */
    public String hash(String secret) {
        byte[] salt = octets(SALT_OCTETS);
        return print(salt, onAThread(() -> derive(secret, salt, MEMORY_KIB, PASSES, LANES)));
    }

    /** Whether this is what was hashed; compared in constant time. */
    public boolean matches(String hash, String typed) {
        Matcher parts = PHC.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalStateException("not a hash of Argon2id");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        int lanes = Integer.parseInt(parts.group(3));
        return MessageDigest.isEqual(expected, onAThread(() -> derive(typed, salt, memory, passes, lanes)));
    }

    /** Takes as long as {@link #matches} and finds nothing: for what cannot be right, so that time does not tell. */
    public void matchesNothing(String typed) {
        matches(nobodys, typed);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    private byte[] onAThread(Callable<byte[]> work) {
        Future<byte[]> result = threads.submit(work);
        try {
            return result.get();
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            result.cancel(true);
            throw new CancellationException("nobody waits for the hash any more");
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private byte[] derive(String secret, byte[] salt, int memory, int passes, int lanes) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(blocks.get())
                .build());
        byte[] hash = new byte[HASH_OCTETS];
        generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String print(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
