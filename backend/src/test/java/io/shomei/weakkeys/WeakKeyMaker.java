package io.shomei.weakkeys;

import io.shomei.pki.WeakKeys;
import io.shomei.weakkeys.DebianKeys.Machine;
import io.shomei.weakkeys.DebianKeys.SeedFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Computes the lists of Debian's weak keys, on all processors: one file for each kind of machine and state of the seed file. A file that
 * is there is left alone, so what was stopped goes on with the next file. Run by {@code make weak-keys}.
 */
public final class WeakKeyMaker {
    private WeakKeyMaker() {}

    /** @param arguments where the lists go, and the sizes of keys in bits */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        for (String bits : List.of(arguments).subList(1, arguments.length)) {
            for (Machine machine : Machine.values()) {
                for (SeedFile file : SeedFile.values()) {
                    make(directory, machine, file, Integer.parseInt(bits), DebianKeys.PROCESSES);
                }
            }
        }
        WeakKeys keys = WeakKeys.open(List.of(directory));
        System.out.printf("%d weak keys in %d lists: KEYS_WEAK_KEY_LISTS=%s%n", keys.size(), keys.lists(), directory);
    }

    static Path make(Path directory, Machine machine, SeedFile file, int bits, int processes) throws IOException {
        Path list = directory.resolve(
                "debian-rsa-%d-%s-%s".formatted(bits, machine.name().toLowerCase(Locale.ROOT), file.label()));
        if (!Files.exists(list)) {
            long start = System.nanoTime();
            List<String> lines = new ArrayList<>();
            lines.add(
                    "# SHA-256 of the moduli of RSA keys with %d bits that OpenSSL made on Debian (CVE-2008-0166): %s, %s"
                            .formatted(bits, machine, file.label()));
            lines.addAll(IntStream.range(0, processes)
                    .parallel()
                    .mapToObj(process -> nameOf(DebianKeys.modulus(machine, file, process, bits)))
                    .sorted()
                    .distinct()
                    .toList());
            Path unfinished = Files.write(directory.resolveSibling(list.getFileName() + ".new"), lines);
            Files.move(unfinished, list, StandardCopyOption.ATOMIC_MOVE);
            System.out.printf(
                    "%s: %d keys in %s%n", list, lines.size() - 1, Duration.ofNanos(System.nanoTime() - start));
        }
        return list;
    }

    /** The digest that stands in the list. */
    static String nameOf(BigInteger modulus) {
        try {
            byte[] octets = modulus.toByteArray();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // The first octet is that of the sign.
            digest.update(octets, 1, octets.length - 1);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
