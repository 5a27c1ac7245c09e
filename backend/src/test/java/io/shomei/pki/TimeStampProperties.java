package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is sent to a time-stamping authority is a request or a refusal the protocol has a name for. */
class TimeStampProperties {
    private static final byte[] GOOD = new TimeStampRequest(
                    MessageImprint.of(HashAlgorithm.SHA256, new byte[32]), "1.3.6.1.4.1.99999.2", BigInteger.TEN, true)
            .encoded();

    @Property(tries = 1000)
    void whatWasWrittenReadsBack(@ForAll("requests") TimeStampRequest request) throws TimeStampRefusal {
        TimeStampRequest read = TimeStampRequest.read(request.encoded());
        assertThat(read.encoded()).isEqualTo(request.encoded());
        assertThat(read.imprint().sameAs(request.imprint())).isTrue();
        assertThat(read.policy()).isEqualTo(request.policy());
        assertThat(read.nonce()).isEqualTo(request.nonce());
        assertThat(read.certificateWanted()).isEqualTo(request.certificateWanted());
    }

    @Property(tries = 3000)
    void anyBytesAreARequestOrARefusal(@ForAll @Size(max = 200) byte[] bytes) {
        isRequestOrRefusal(bytes);
    }

    @Property(tries = 3000)
    void aRequestWithOneFlippedBitIsAnotherRequestOrARefusal(@ForAll @IntRange(min = 0, max = 20000) int bit) {
        byte[] flipped = GOOD.clone();
        int at = bit % (8 * GOOD.length);
        flipped[at / 8] ^= (byte) (1 << at % 8);
        isRequestOrRefusal(flipped);
    }

    @Property(tries = 2000)
    void aRequestCutShortOrSplicedIsRefusedUnlessItIsOne(
            @ForAll @IntRange(min = 0, max = 100) int cut, @ForAll @Size(max = 20) byte[] splice) {
        int at = Math.min(cut, GOOD.length);
        byte[] bytes = Arrays.copyOf(GOOD, at + splice.length);
        System.arraycopy(splice, 0, bytes, at, splice.length);
        isRequestOrRefusal(bytes);
    }

    @Property(tries = 500)
    void anythingBehindARequestIsRefused(@ForAll @Size(min = 1, max = 50) byte[] garbage) {
        byte[] bytes = Arrays.copyOf(GOOD, GOOD.length + garbage.length);
        System.arraycopy(garbage, 0, bytes, GOOD.length, garbage.length);
        try {
            TimeStampRequest.read(bytes);
            throw new AssertionError("taken with garbage behind it");
        } catch (TimeStampRefusal refusal) {
            assertThat(refusal.failure()).isEqualTo(TimeStampFailure.BAD_DATA_FORMAT);
        }
    }

    /** What is read means what was sent: written again it is the same, but for defaults that were spelled out. */
    private static void isRequestOrRefusal(byte[] bytes) {
        try {
            byte[] again = TimeStampRequest.read(bytes).encoded();
            assertThat(again.length).isLessThanOrEqualTo(bytes.length);
            assertThat(TimeStampRequest.read(again).encoded()).isEqualTo(again);
        } catch (TimeStampRefusal refusal) {
            assertThat(refusal.failure()).isNotNull();
            assertThat(refusal.sentence()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<TimeStampRequest> requests() {
        Arbitrary<MessageImprint> imprints = Arbitraries.of(
                        HashAlgorithm.SHA256, HashAlgorithm.SHA384, HashAlgorithm.SHA512)
                .flatMap(algorithm -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofSize(algorithm.octets())
                        .map(digest -> MessageImprint.of(algorithm, digest)));
        Arbitrary<Optional<String>> policies = Arbitraries.longs()
                .between(0, Long.MAX_VALUE)
                .list()
                .ofMaxSize(4)
                .map(arcs -> {
                    var text = new StringBuilder("1.3");
                    arcs.forEach(arc -> text.append('.').append(arc));
                    return text.toString();
                })
                .optional();
        return Combinators.combine(
                        imprints, policies, Arbitraries.bigIntegers().optional(), Arbitraries.of(true, false))
                .as((imprint, policy, nonce, wanted) ->
                        new TimeStampRequest(imprint, policy.orElse(null), nonce.orElse(null), wanted));
    }
}
