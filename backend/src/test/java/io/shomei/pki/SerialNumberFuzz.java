package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.math.BigInteger;
import java.util.List;

/** A serial number as people type it. */
public final class SerialNumberFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("1"),
                FuzzTarget.bytes("0x7F00FF"),
                FuzzTarget.bytes("730750818665451459101842416358141509827966271487"),
                FuzzTarget.bytes("00000000000000000000000000000000000000000000000001"),
                FuzzTarget.bytes("0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"));
    }

    @Override
    public void take(byte[] input) {
        SerialNumber.parse(FuzzTarget.text(input)).ifPresent(serial -> {
            assertThat(serial.value()).isPositive().isLessThan(BigInteger.ONE.shiftLeft(159));
            assertThat(SerialNumber.ofHex(serial.hex())).isEqualTo(serial);
            assertThat(SerialNumber.parse(serial.decimal())).contains(serial);
        });
    }
}
