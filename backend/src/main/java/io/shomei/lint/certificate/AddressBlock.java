package io.shomei.lint.certificate;

import java.util.HexFormat;

/** IP addresses that begin with the same bits. */
public final class AddressBlock {
    private final byte[] prefix;
    private final byte[] mask;

    AddressBlock(byte[] prefix, byte[] mask) {
        this.prefix = prefix;
        this.mask = mask;
    }

    /** @param bits how many count, from the left */
    public static AddressBlock of(String hex, int bits) {
        byte[] prefix = HexFormat.of().parseHex(hex);
        byte[] mask = new byte[prefix.length];
        for (int bit = 0; bit < bits; bit++) {
            mask[bit / 8] |= (byte) (0x80 >>> (bit % 8));
        }
        return new AddressBlock(prefix, mask);
    }

    /** An address of the other version is in no block of this one. */
    public boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int i = 0; i < address.length; i++) {
            if ((address[i] & mask[i]) != (prefix[i] & mask[i])) {
                return false;
            }
        }
        return true;
    }
}
