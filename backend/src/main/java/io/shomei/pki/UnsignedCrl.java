package io.shomei.pki;

import java.util.List;
import java.util.function.Consumer;

/** A TBSCertList waiting for its lints and then its signature (RFC 5280 5.1.2). {@link CrlTemplate} makes it. */
public final class UnsignedCrl implements Message {
    private final byte[] before;
    private final CrlEntries entries;
    private final byte[] after;

    /**
     * @param before everything up to the first entry
     * @param after everything behind the last one
     */
    UnsignedCrl(byte[] before, CrlEntries entries, byte[] after) {
        this.before = before;
        this.entries = entries;
        this.after = after;
    }

    /** Any bytes: nothing is promised about them until they were linted. */
    public static UnsignedCrl ofDer(byte[] before, CrlEntries entries, byte[] after) {
        return new UnsignedCrl(before.clone(), entries, after.clone());
    }

    /** The bytes that are signed: what is before the entries, the entries, what is behind them. */
    @Override
    public void forEach(Consumer<byte[]> pieces) {
        pieces.accept(before);
        entries.forEach(pieces);
        pieces.accept(after);
    }

    public long entries() {
        return entries.count();
    }

    /**
     * Reads the bytes as a stranger would, once.
     *
     * @param each gets the entries one by one
     * @param bytes gets the very bytes that were read
     * @throws DerException where they are no TBSCertList
     */
    public TbsCertList read(Consumer<CrlEntry> each, Consumer<byte[]> bytes) throws DerException {
        var reader = new TbsCertListReader(each);
        forEach(reader.andThen(bytes));
        return reader.finished();
    }

    /** The list with its signature, which was made with this scheme. */
    public SignedCrl signed(SignatureScheme scheme, byte[] signature) {
        byte[] end = Der.join(List.of(after, scheme.algorithmIdentifier(), Der.bits(signature)));
        int length = Math.toIntExact(before.length + entries.length() + end.length);
        byte[] head = new byte[1 + Der.lengthOctets(length) + before.length];
        int at = Der.writeHeader(head, 0, Der.SEQUENCE, length);
        System.arraycopy(before, 0, head, at, before.length);
        return new SignedCrl(head, entries, end);
    }
}
