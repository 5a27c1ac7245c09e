package io.shomei.pki;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a TBSCertList from its pieces: what is before the entries, pieces with whole entries, what is behind them. Lengths
 * must add up; nothing is held but the first and the last piece.
 */
final class TbsCertListReader implements Consumer<byte[]> {
    private final Consumer<CrlEntry> consumer;
    private @Nullable DerException failure;
    private byte @Nullable [] first;
    private byte @Nullable [] latest;
    private long read;
    private long entries;
    private long entryOctets;

    TbsCertListReader(Consumer<CrlEntry> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void accept(byte[] piece) {
        read += piece.length;
        if (first == null) {
            first = piece;
            return;
        }
        // The last piece is known as such only when there is no further one.
        if (latest != null) {
            readEntries(latest);
        }
        latest = piece;
    }

    TbsCertList finished() throws DerException {
        if (failure != null) {
            throw failure;
        }
        if (first == null || latest == null) {
            throw new DerException("cut short");
        }
        DerReader outer = new DerReader(first);
        if (outer.enterTruncated(Der.SEQUENCE) != read) {
            throw new DerException("the length is not that of the list");
        }
        int version = outer.nextIs(Der.INTEGER) ? version(outer.integer()) : 1;
        byte[] algorithm = outer.element(Der.SEQUENCE);
        byte[] issuer = outer.element(Der.SEQUENCE);
        byte[] thisUpdate = outer.anyElement();
        byte[] nextUpdate =
                outer.nextIs(Der.UTC_TIME) || outer.nextIs(Der.GENERALIZED_TIME) ? outer.anyElement() : null;
        boolean listed = !outer.atEnd();
        if (listed && outer.enterTruncated(Der.SEQUENCE) != first.length + entryOctets) {
            throw new DerException("the length is not that of the entries");
        }
        outer.requireEnd();
        if (!listed && entryOctets > 0) {
            throw new DerException("entries without a list");
        }
        DerReader end = new DerReader(latest);
        List<Extension> extensions = end.nextIs(0xA0) ? Extension.list(end.enter(0xA0)) : List.of();
        end.requireEnd();
        return new TbsCertList(version, algorithm, issuer, thisUpdate, nextUpdate, listed, entries, extensions);
    }

    private void readEntries(byte[] piece) {
        if (failure != null) {
            return;
        }
        entryOctets += piece.length;
        try {
            DerReader list = new DerReader(piece);
            while (!list.atEnd()) {
                consumer.accept(CrlEntry.read(list));
                entries++;
            }
        } catch (DerException unreadable) {
            failure = unreadable;
        }
    }

    private static int version(BigInteger encoded) throws DerException {
        if (encoded.signum() < 0 || encoded.bitLength() > 8) {
            throw new DerException("no such version");
        }
        return encoded.intValue() + 1;
    }
}
