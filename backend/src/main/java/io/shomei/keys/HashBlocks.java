package io.shomei.keys;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * The memory of one thread's hashes. It is wiped, not thrown away, after each hash: megabytes that live for a moment cost the collector
 * nearly as much as the hash; and no thread waits for another one's.
 */
final class HashBlocks implements BlockPool {
    private final Block[] wiped;
    private int count;

    /**
     * @param most blocks of 1,024 octets that are kept
     */
    HashBlocks(int most) {
        this.wiped = new Block[most];
    }

    @Override
    public Block allocate() {
        return count == 0 ? new Block() : wiped[--count];
    }

    @Override
    public void deallocate(Block block) {
        block.clear();
        if (count < wiped.length) {
            wiped[count++] = block;
        }
    }
}
