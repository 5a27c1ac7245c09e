package io.shomei.audit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.audit.seal.MerkleTree.Subtree;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The tree is that of RFC 6962, however it grew. */
class MerkleTreeProperties {
    /** Entries and heads that implementations of Certificate Transparency are tested with. */
    @Example
    void headsAreThoseOfTheKnownVectors() {
        List<String> entries = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        List<String> heads = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        MerkleTree tree = new MerkleTree(new HeldTiles());
        for (int i = 0; i < entries.size(); i++) {
            tree.append(i, List.of(MerkleHash.leaf(HexFormat.of().parseHex(entries.get(i)))));
            assertThat(HexFormat.of().formatHex(tree.root(i + 1))).isEqualTo(heads.get(i));
        }
        assertThat(tree.root(0)).isEqualTo(Rfc6962.head(List.of()));
    }

    @Property(tries = 60)
    void itsHeadIsTheSameHoweverItGrew(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 400) Integer> steps) {
        HeldTiles tiles = new HeldTiles();
        List<byte[]> entries = new ArrayList<>();
        for (int step : steps) {
            grow(new MerkleTree(tiles), entries, step);
        }
        for (int size : List.of(1, entries.size() / 2, entries.size() - 1, entries.size())) {
            assertThat(new MerkleTree(tiles).root(size)).isEqualTo(Rfc6962.head(entries.subList(0, size)));
        }
    }

    @Property(tries = 60)
    void aPathLeadsFromItsLeafToTheHead(
            @ForAll @IntRange(min = 1, max = 1_200) int size, @ForAll @IntRange(min = 0, max = 1_199) int anyLeaf) {
        MerkleTree tree = new MerkleTree(new HeldTiles());
        List<byte[]> entries = new ArrayList<>();
        grow(tree, entries, size);
        int leaf = anyLeaf % size;
        List<byte[]> path = tree.path(leaf, size);
        assertThat(path).containsExactlyElementsOf(Rfc6962.path(leaf, entries));
        assertThat(Rfc6962.root(entries.get(leaf), leaf, size, path)).isEqualTo(tree.root(size));
    }

    /** More than the tiles of one level hold. */
    @Example
    void itGrowsBeyondTwoLevelsOfTiles() {
        MerkleTree tree = new MerkleTree(new HeldTiles());
        List<byte[]> entries = new ArrayList<>();
        while (entries.size() < 70_000) {
            grow(tree, entries, 5_000);
        }
        assertThat(tree.root(65_536)).isEqualTo(Rfc6962.head(entries.subList(0, 65_536)));
        assertThat(tree.root(70_000)).isEqualTo(Rfc6962.head(entries));
        assertThat(Rfc6962.root(entries.get(65_999), 65_999, 70_000, tree.path(65_999, 70_000)))
                .isEqualTo(tree.root(70_000));
    }

    @Property
    void subtreesAreCompleteAndSideBySide(
            @ForAll @LongRange(min = 0, max = 1L << 40) long one,
            @ForAll @LongRange(min = 0, max = 1L << 40) long other) {
        long from = Math.min(one, other);
        long to = Math.max(one, other);
        List<Subtree> parts = MerkleTree.subtrees(from, to);
        long next = from;
        for (Subtree part : parts) {
            assertThat(part.index() << part.level()).isEqualTo(next);
            next += part.leaves();
        }
        assertThat(next).isEqualTo(to);
        assertThat(parts.size()).isLessThanOrEqualTo(82);
    }

    private static void grow(MerkleTree tree, List<byte[]> entries, int by) {
        List<byte[]> hashes = new ArrayList<>();
        int size = entries.size();
        for (int i = 0; i < by; i++) {
            byte[] entry = ("entry " + (size + i)).getBytes(UTF_8);
            entries.add(entry);
            hashes.add(MerkleHash.leaf(entry));
        }
        tree.append(size, hashes);
    }
}
