package io.shomei.lint.crl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** It is a set, whatever the numbers look like. */
class SerialSetProperties {
    @Property
    void itTellsNewNumbersFromOldOnes(@ForAll("serials") List<BigInteger> serials) {
        SerialSet set = new SerialSet(0);
        Set<BigInteger> seen = new HashSet<>();
        for (BigInteger serial : serials) {
            assertThat(set.add(serial.toByteArray())).isEqualTo(seen.add(serial));
        }
    }

    @Example
    void itHoldsMoreThanWasExpected() {
        SerialSet set = new SerialSet(10);
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i <= 100_000; i++) {
                assertThat(set.add(BigInteger.valueOf(i).shiftLeft(120).toByteArray()))
                        .isEqualTo(round == 0);
            }
        }
    }

    @Provide
    Arbitrary<List<BigInteger>> serials() {
        Arbitrary<BigInteger> near = Arbitraries.integers().between(0, 40).map(BigInteger::valueOf);
        Arbitrary<BigInteger> far = Arbitraries.integers().between(0, 158).map(BigInteger.ONE::shiftLeft);
        return Arbitraries.oneOf(near, far).list().ofMaxSize(200);
    }
}
