package io.shomei.web;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses in CIDR notation; a single address is a range of one. Only what is written out counts as an
 * address: no name is looked up, and an IPv4 address has four decimal parts without leading zeros.
 */
public record AddressRange(byte[] network, int bits) {
    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    public AddressRange {
        network = network.clone();
    }

    /** @throws IllegalArgumentException when the text is not an address with a prefix length */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        byte[] address = address(host)
                .orElseThrow(() -> new IllegalArgumentException(text + " is not an address range such as 192.0.2.0/24"))
                .getAddress();
        String length = slash < 0 ? String.valueOf(address.length * 8) : text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > address.length * 8) {
            throw new IllegalArgumentException(text + " has a prefix length out of range");
        }
        return new AddressRange(address, Integer.parseInt(length));
    }

    /** An address as it is written; none where the text is not one. An IPv4 address in IPv6 form (RFC 4291 2.5.5.2) is an IPv4 address. */
    public static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The text of an address in its one form (RFC 5952). */
    public static String text(InetAddress address) {
        return NetUtil.bytesToIpAddress(address.getAddress());
    }

    public boolean contains(InetAddress candidate) {
        byte[] address = candidate.getAddress();
        int octets = bits >> 3;
        return address.length == network.length
                && Arrays.equals(address, 0, octets, network, 0, octets)
                && ((bits & 7) == 0 || ((address[octets] ^ network[octets]) & mask(bits)) == 0);
    }

    /** The range with nothing but zeros behind its prefix: the same addresses in the one form that says what it means. */
    public AddressRange whole() {
        byte[] prefix = Arrays.copyOf(Arrays.copyOf(network, (bits + 7) >> 3), network.length);
        if ((bits & 7) != 0) {
            prefix[bits >> 3] &= (byte) mask(bits);
        }
        return new AddressRange(prefix, bits);
    }

    @Override
    public byte[] network() {
        return network.clone();
    }

    /** Which bits count of the octet in which a prefix ends. */
    private static int mask(int bits) {
        return 0xFF00 >> (bits & 7) & 0xFF;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange(byte[] theirs, int length)
                && bits == length
                && Arrays.equals(network, theirs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + bits;
    }

    /** As {@link #parse} reads it; a range of one is written as the address. */
    @Override
    public String toString() {
        String address = NetUtil.bytesToIpAddress(network);
        return bits == network.length * 8 ? address : address + "/" + bits;
    }
}
