package io.shomei.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One file of digests of RSA moduli, in either form in which such lists are published: sorted lines of hexadecimal digits, all of one
 * length, behind lines that begin with {@code #}. The file is mapped and searched where it lies, so a list of any length costs nothing but
 * its reading once, when it is opened.
 */
final class WeakKeyList {
    /** How a list names a key. */
    enum Form {
        /** Of openssl-blacklist: the last 80 bits of SHA-1 of what {@code openssl rsa -modulus} prints. */
        SHORT(20) {
            @Override
            String nameOf(BigInteger modulus) {
                String printed = "Modulus=" + modulus.toString(16).toUpperCase(Locale.ROOT) + "\n";
                byte[] digest = Digests.sha1(printed.getBytes(StandardCharsets.US_ASCII));
                return HexFormat.of().formatHex(digest, 10, 20);
            }
        },
        /** Of dwk_blocklists: SHA-256 of the modulus. */
        LONG(64) {
            @Override
            String nameOf(BigInteger modulus) {
                byte[] octets = modulus.toByteArray();
                int sign = octets[0] == 0 ? 1 : 0;
                MessageDigest digest = HashAlgorithm.SHA256.messageDigest();
                digest.update(octets, sign, octets.length - sign);
                return HexFormat.of().formatHex(digest.digest());
            }
        };

        private final int digits;

        Form(int digits) {
            this.digits = digits;
        }

        abstract String nameOf(BigInteger modulus);
    }

    private static final int MOST_DIGITS = 64;

    private final ByteBuffer lines;
    private final Form form;
    private final int count;

    private WeakKeyList(ByteBuffer lines, Form form, int count) {
        this.lines = lines;
        this.form = form;
        this.count = count;
    }

    /**
     * Opens a list and reads it once from end to end.
     *
     * @throws IllegalStateException with a sentence where it is no such list, or not in its order
     */
    static WeakKeyList open(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            ByteBuffer lines = all.slice(startOfLines(all), all.limit() - startOfLines(all));
            Form form = form(file, lines);
            int width = form.digits + 1;
            // The last line may end without a line end.
            int count = (lines.limit() + 1) / width;
            if (lines.limit() != count * width && lines.limit() != count * width - 1) {
                throw unusable(file, "its lines have several lengths");
            }
            var list = new WeakKeyList(lines, form, count);
            list.requireOrder(file);
            return list;
        } catch (IOException e) {
            throw new IllegalStateException("the list of weak keys " + file + " cannot be read", e);
        }
    }

    int size() {
        return count;
    }

    boolean contains(BigInteger modulus) {
        byte[] name = form.nameOf(modulus).getBytes(StandardCharsets.US_ASCII);
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, name);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** The order of the line to the name. */
    private int compare(int line, byte[] name) {
        int at = line * (form.digits + 1);
        for (int i = 0; i < form.digits; i++) {
            int difference = lines.get(at + i) - name[i];
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private void requireOrder(Path file) {
        byte[] before = new byte[form.digits];
        for (int line = 0; line < count; line++) {
            int at = line * (form.digits + 1);
            for (int i = 0; i < form.digits; i++) {
                if (!isDigit(lines.get(at + i))) {
                    throw unusable(file, "line %d of its digests is not in lower-case hexadecimal".formatted(line + 1));
                }
            }
            if (at + form.digits < lines.limit() && lines.get(at + form.digits) != '\n') {
                throw unusable(file, "line %d of its digests has another length".formatted(line + 1));
            }
            if (compare(line, before) < 0) {
                throw unusable(file, "it is not sorted at line %d of its digests".formatted(line + 1));
            }
            lines.get(at, before);
        }
    }

    private static int startOfLines(ByteBuffer all) {
        int at = 0;
        while (at < all.limit() && all.get(at) == '#') {
            while (at < all.limit() && all.get(at) != '\n') {
                at++;
            }
            at++;
        }
        return Math.min(at, all.limit());
    }

    private static Form form(Path file, ByteBuffer lines) {
        int digits = 0;
        while (digits < lines.limit() && digits <= MOST_DIGITS && lines.get(digits) != '\n') {
            digits++;
        }
        for (Form form : Form.values()) {
            if (form.digits == digits) {
                return form;
            }
        }
        throw unusable(file, "a digest has 20 or 64 digits");
    }

    private static boolean isDigit(byte character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    private static IllegalStateException unusable(Path file, String why) {
        return new IllegalStateException("the list of weak keys %s cannot be used: %s".formatted(file, why));
    }
}
