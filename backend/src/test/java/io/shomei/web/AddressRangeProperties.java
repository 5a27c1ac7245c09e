package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ranges of addresses, for every prefix of both families. */
class AddressRangeProperties {

    @Property
    void aRangeIsWhatItsTextSays(@ForAll("ranges") AddressRange range) {
        assertThat(AddressRange.parse(range.toString())).isEqualTo(range);
    }

    /** Counted with whole numbers: the same prefix is the same number once the bits behind it are cut off. */
    @Property
    void anAddressIsInARangeWhenItsPrefixIsTheSame(
            @ForAll("ranges") AddressRange range, @ForAll("octets") byte[] octets) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(octets);
        byte[] candidate = address.getAddress();
        int behind = range.network().length * 8 - range.bits();
        boolean same = candidate.length == range.network().length
                && new BigInteger(1, candidate)
                        .shiftRight(behind)
                        .equals(new BigInteger(1, range.network()).shiftRight(behind));
        assertThat(range.contains(address)).isEqualTo(same);
    }

    @Property
    void aRangeHoldsTheSameAddressesWithoutTheBitsBehindItsPrefix(@ForAll("ranges") AddressRange range)
            throws UnknownHostException {
        AddressRange whole = range.whole();
        assertThat(whole.whole()).isEqualTo(whole);
        assertThat(whole.contains(InetAddress.getByAddress(range.network()))).isTrue();
        assertThat(new BigInteger(1, whole.network())
                        .and(BigInteger.ONE
                                .shiftLeft(whole.network().length * 8 - whole.bits())
                                .subtract(BigInteger.ONE)))
                .isEqualTo(BigInteger.ZERO);
    }

    @Property
    void whatIsReadIsAnAddressOrRefused(@ForAll("texts") String text) {
        AddressRange.address(text)
                .ifPresent(address -> assertThat(AddressRange.address(AddressRange.text(address)))
                        .contains(address));
    }

    @Provide
    Arbitrary<AddressRange> ranges() {
        return octets().flatMap(octets ->
                Arbitraries.integers().between(0, octets.length * 8).map(bits -> new AddressRange(octets, bits)));
    }

    @Provide
    Arbitrary<byte[]> octets() {
        // Few values, so that prefixes are the same often enough.
        Arbitrary<Byte> octet = Arbitraries.of((byte) 0, (byte) 1, (byte) 0x80, (byte) 0xFF, (byte) 0x20);
        return Arbitraries.of(4, 16)
                .flatMap(length -> octet.array(byte[].class).ofSize(length))
                // An IPv4 address in IPv6 form is an IPv4 address.
                .filter(octets -> octets.length == 4 || !isMapped(octets));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0123456789abf:./%").ofMaxLength(40);
    }

    private static boolean isMapped(byte[] octets) {
        return new BigInteger(1, octets).shiftRight(32).equals(BigInteger.valueOf(0xFFFF));
    }
}
