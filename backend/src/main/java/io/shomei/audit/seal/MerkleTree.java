package io.shomei.audit.seal;

import static io.shomei.audit.seal.MerkleHash.OCTETS;
import static io.shomei.audit.seal.Tiles.WIDTH;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tree of RFC 6962 2.1 over tiles. It reads a tile once, as long as it is among the last that were used. */
final class MerkleTree {
    /** Levels of the tree that one tile spans. */
    private static final int HEIGHT = 8;

    private static final int REMEMBERED = 64;

    private final Tiles tiles;
    private final Map<Place, byte[]> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    MerkleTree(Tiles tiles) {
        this.tiles = tiles;
    }

    private record Place(int level, long index) {}

    /**
     * A complete subtree.
     *
     * @param level how many levels it has above its leaves: it has 2 to the power of this many
     * @param index counts the subtrees of this level from the left
     */
    record Subtree(int level, long index) {

        long leaves() {
            return 1L << level;
        }
    }

    /** Adds leaves to a tree that has so many. */
    void append(long size, List<byte[]> leaves) {
        append(0, size, leaves);
    }

    /** The head of the tree as it was with so many leaves (MTH). */
    byte[] root(long size) {
        return size == 0 ? MerkleHash.empty() : head(0, size);
    }

    /** The hashes that lead from a leaf to the root of a tree of so many leaves, from the bottom to the top (RFC 6962 2.1.1). */
    List<byte[]> path(long leaf, long size) {
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long count = size;
        while (count > 1) {
            long left = leftOf(count);
            if (leaf - from < left) {
                path.add(head(from + left, count - left));
                count = left;
            } else {
                path.add(head(from, left));
                from += left;
                count -= left;
            }
        }
        return path.reversed();
    }

    byte[] hash(Subtree subtree) {
        int level = subtree.level() / HEIGHT;
        int inside = subtree.level() % HEIGHT;
        long first = subtree.index() << inside;
        byte[] tile = tile(level, first / WIDTH);
        return fold(tile, (int) (first % WIDTH), 1 << inside);
    }

    /** The fewest complete subtrees that together have these leaves, from the left to the right. */
    static List<Subtree> subtrees(long from, long to) {
        List<Subtree> subtrees = new ArrayList<>();
        long next = from;
        while (next < to) {
            int aligned = next == 0 ? Long.SIZE - 2 : Long.numberOfTrailingZeros(next);
            int fitting = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - next);
            int level = Math.min(aligned, fitting);
            subtrees.add(new Subtree(level, next >> level));
            next += 1L << level;
        }
        return subtrees;
    }

    private void append(int level, long size, List<byte[]> hashes) {
        List<byte[]> full = new ArrayList<>();
        int taken = 0;
        while (taken < hashes.size()) {
            long index = (size + taken) / WIDTH;
            int held = (int) ((size + taken) % WIDTH);
            int more = Math.min(WIDTH - held, hashes.size() - taken);
            byte[] tile = Arrays.copyOf(held == 0 ? new byte[0] : tile(level, index), (held + more) * OCTETS);
            for (int i = 0; i < more; i++) {
                System.arraycopy(hashes.get(taken + i), 0, tile, (held + i) * OCTETS, OCTETS);
            }
            tiles.write(level, index, tile);
            remembered.put(new Place(level, index), tile);
            if (held + more == WIDTH) {
                full.add(fold(tile, 0, WIDTH));
            }
            taken += more;
        }
        if (!full.isEmpty()) {
            append(level + 1, size / WIDTH, full);
        }
    }

    /** The head of any part of the tree that begins where a complete subtree of its size would. */
    private byte[] head(long from, long count) {
        List<Subtree> parts = subtrees(from, from + count);
        byte[] head = hash(parts.getLast());
        for (Subtree left : parts.reversed().subList(1, parts.size())) {
            head = MerkleHash.node(hash(left), head);
        }
        return head;
    }

    private byte[] tile(int level, long index) {
        Place place = new Place(level, index);
        byte[] tile = remembered.get(place);
        if (tile == null) {
            tile = tiles.read(level, index);
            remembered.put(place, tile);
        }
        return tile;
    }

    /** How many leaves the left half has: the largest power of two below. */
    private static long leftOf(long count) {
        return Long.highestOneBit(count - 1);
    }

    private static byte[] fold(byte[] tile, int first, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(tile, first * OCTETS, (first + 1) * OCTETS);
        }
        int half = count / 2;
        return MerkleHash.node(fold(tile, first, half), fold(tile, first + half, half));
    }
}
