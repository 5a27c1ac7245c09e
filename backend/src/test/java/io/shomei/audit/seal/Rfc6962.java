package io.shomei.audit.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 2.1 word for word, however slow; and the verification of RFC 9162 2.1.3.2. */
final class Rfc6962 {
    private Rfc6962() {}

    /** MTH. */
    static byte[] head(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return sha256();
        }
        if (entries.size() == 1) {
            return sha256(new byte[] {0}, entries.getFirst());
        }
        int k = split(entries.size());
        return sha256(new byte[] {1}, head(entries.subList(0, k)), head(entries.subList(k, entries.size())));
    }

    /** PATH. */
    static List<byte[]> path(int leaf, List<byte[]> entries) {
        if (entries.size() == 1) {
            return new ArrayList<>();
        }
        int k = split(entries.size());
        List<byte[]> path;
        if (leaf < k) {
            path = path(leaf, entries.subList(0, k));
            path.add(head(entries.subList(k, entries.size())));
        } else {
            path = path(leaf - k, entries.subList(k, entries.size()));
            path.add(head(entries.subList(0, k)));
        }
        return path;
    }

    /** The root that a leaf and its path lead to. */
    static byte[] root(byte[] entry, long leaf, long size, List<byte[]> path) {
        long fn = leaf;
        long sn = size - 1;
        byte[] r = sha256(new byte[] {0}, entry);
        for (byte[] p : path) {
            if (sn == 0) {
                throw new AssertionError("the path is too long");
            }
            if (fn % 2 == 1 || fn == sn) {
                r = sha256(new byte[] {1}, p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = sha256(new byte[] {1}, r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0) {
            throw new AssertionError("the path is too short");
        }
        return r;
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
