package io.shomei.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of IPv4 or IPv6 addresses in CIDR notation. */
record AddressRange(byte[] network, int bits) {

    /** @throws IllegalArgumentException when the text is not an address with a prefix length */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        if (!host.matches("[0-9a-fA-F:.]+")) {
            throw new IllegalArgumentException(text + " is not an address range such as 192.0.2.0/24");
        }
        try {
            byte[] address = InetAddress.getByName(host).getAddress();
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException(text + " has a prefix length out of range");
            }
            return new AddressRange(address, bits);
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException(text + " is not an address range such as 192.0.2.0/24", notAnAddress);
        }
    }

    boolean contains(InetAddress candidate) {
        byte[] address = candidate.getAddress();
        if (address.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if ((address[bit >> 3] & mask) != (network[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }
}
