package io.shomei.audit.seal;

/**
 * Where a tree's hashes lie: 256 hashes of one level side by side are a tile. The tiles of level 0 hold leaves, those of level n the
 * hashes of full tiles of level n-1, which is every eighth level of the tree; what lies between is worked out.
 */
interface Tiles {
    /** Hashes of a full tile. */
    int WIDTH = 256;

    /**
     * The hashes of a tile one behind the other.
     *
     * @param index counts the tiles of a level from the left
     */
    byte[] read(int level, long index);

    /** Keeps a tile, in place of one that had fewer hashes. */
    void write(int level, long index, byte[] hashes);
}
