package io.shomei.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * RSA keys whose private half anybody can have because a program made few different ones, such as OpenSSL on Debian from 2006 to 2008
 * (CVE-2008-0166); BR 6.1.1.3 has them refused. Which they are stands in lists that others computed.
 */
public final class WeakKeys {
    private static volatile WeakKeys installed = new WeakKeys(List.of());

    private final List<WeakKeyList> lists;

    private WeakKeys(List<WeakKeyList> lists) {
        this.lists = List.copyOf(lists);
    }

    /**
     * Opens lists.
     *
     * @param places files, and directories of files
     * @throws IllegalStateException where one cannot be used
     */
    public static WeakKeys open(List<Path> places) {
        return new WeakKeys(places.stream()
                .flatMap(place -> filesOf(place).stream())
                .map(WeakKeyList::open)
                .toList());
    }

    /** Has every certificate request of this process looked up in these lists. */
    public void install() {
        installed = this;
    }

    /** How many lists there are. */
    public int lists() {
        return lists.size();
    }

    /** How many keys are on them; one that is on two counts twice. */
    public long size() {
        return lists.stream().mapToLong(WeakKeyList::size).sum();
    }

    /** Whether the key with this modulus is on one of the lists that are installed. */
    static boolean areKnownToHold(BigInteger modulus) {
        return installed.hold(modulus);
    }

    boolean hold(BigInteger modulus) {
        return lists.stream().anyMatch(list -> list.contains(modulus));
    }

    private static List<Path> filesOf(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
