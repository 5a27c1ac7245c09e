package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * DER itself. What is read here element by element, strictly, Bouncy Castle reads too, and finds the same numbers and identifiers
 * in it; what was read is written again as the same octets.
 */
public final class DerFuzz implements FuzzTarget {
    private static final int MAX_DEPTH = 40;

    @Override
    public List<byte[]> seeds() {
        return List.of(
                Fixtures.server(KeySpec.P256, KeySpec.P256).encoded(),
                Fixtures.root(KeySpec.P256).encoded(),
                Fixtures.csr(KeySpec.P256),
                Der.sequence(Der.integer(BigInteger.ONE.shiftLeft(159)), Der.bool(true), Der.oid("2.25.1")),
                Der.sequence(Der.time(Fixtures.NOW), Der.time(Instant.parse("2051-01-01T00:00:00Z"))));
    }

    @Override
    public void take(byte[] input) throws IOException {
        try {
            DerReader reader = new DerReader(input);
            while (!reader.atEnd()) {
                byte[] element = reader.anyElement();
                if (walked(element, 0)) {
                    assertThat(ASN1Primitive.fromByteArray(element).getEncoded())
                            .isEqualTo(element);
                }
            }
        } catch (DerException malformed) {
            // That is what it may say.
            assertThat(malformed).hasMessageMatching(".+");
        }
    }

    /** Whether everything in the element is of a type that is read here, and right. */
    private static boolean walked(byte[] element, int depth) throws DerException {
        int tag = element[0] & 0xFF;
        DerReader reader = new DerReader(element);
        return switch (tag) {
            case Der.INTEGER -> {
                BigInteger number = reader.integer();
                assertThat(number)
                        .isEqualTo(ASN1Integer.getInstance(element).getValue())
                        .isEqualTo(new BigInteger(new DerReader(element).integerContents()));
                assertThat(Der.integer(number)).isEqualTo(element);
                yield true;
            }
            case Der.OBJECT_IDENTIFIER -> {
                String oid = reader.oid();
                assertThat(oid)
                        .isEqualTo(ASN1ObjectIdentifier.getInstance(element).getId());
                assertThat(Der.oid(oid)).isEqualTo(element);
                yield true;
            }
            case Der.BOOLEAN -> {
                assertThat(Der.bool(reader.bool())).isEqualTo(element);
                yield true;
            }
            case Der.BIT_STRING -> {
                assertThat(Der.bits(reader.octetsOfBits())).isEqualTo(element);
                yield true;
            }
            case Der.UTC_TIME -> {
                assertThat(Der.time(reader.time())).isEqualTo(element);
                yield true;
            }
            case Der.GENERALIZED_TIME -> {
                assertThat(Der.generalizedTime(reader.time())).isEqualTo(element);
                yield true;
            }
            case Der.OCTET_STRING -> {
                assertThat(Der.octets(reader.contents(tag))).isEqualTo(element);
                yield true;
            }
            default -> isConstructed(tag) && depth < MAX_DEPTH && walkedInside(reader.enter(tag), depth);
        };
    }

    /** SEQUENCE, SET and explicit tags: the other constructed types are not in DER. */
    private static boolean isConstructed(int tag) {
        return tag == Der.SEQUENCE || tag == Der.SET || (tag >= 0xA0 && tag < 0xBF);
    }

    private static boolean walkedInside(DerReader inside, int depth) throws DerException {
        boolean all = !inside.atEnd();
        while (!inside.atEnd()) {
            all &= walked(inside.anyElement(), depth + 1);
        }
        return all;
    }
}
