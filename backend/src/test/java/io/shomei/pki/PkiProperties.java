package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every value, not only for the ones we thought of. */
class PkiProperties {
    private static final Set<KeySpec> ALL = EnumSet.allOf(KeySpec.class);
    private static final byte[] GOOD = Fixtures.csr(KeySpec.P256);
    private static final byte[] GOOD_RSA = Fixtures.csr(KeySpec.RSA_2048);
    private static final byte[] CERTIFICATE =
            Fixtures.server(KeySpec.P256, KeySpec.P256).encoded();

    @Property(tries = 500)
    void parsingWhatWasPrintedGivesTheSameName(@ForAll("names") List<Attribute> attributes) {
        var name = DistinguishedName.of(attributes);
        assertThat(DistinguishedName.parse(name.text())).isEqualTo(name);
        assertThat(DistinguishedName.parse(name.text()).text()).isEqualTo(name.text());
        assertThat(DistinguishedName.ofDer(name.encoded()).sameAttributes(name)).isTrue();
    }

    @Property(tries = 2000)
    void anyTextIsANameOrARefusal(@ForAll("almostNames") String text) {
        try {
            assertThat(DistinguishedName.parse(text).text()).isEqualTo(text.replace("emailAddress=", "E="));
        } catch (DnSyntaxException e) {
            assertThat(e.position()).isBetween(0, text.length());
        }
    }

    @Property(tries = 500)
    void aSerialNumberReadsBack(@ForAll @Size(min = 1, max = 19) byte[] octets) {
        BigInteger value = new BigInteger(1, octets);
        if (value.signum() > 0) {
            var serial = new SerialNumber(value);
            assertThat(SerialNumber.ofHex(serial.hex())).isEqualTo(serial);
            assertThat(SerialNumber.parse(serial.decimal())).contains(serial);
            assertThat(SerialNumber.parse("0x" + serial.hex())).contains(serial);
        }
    }

    @Property(tries = 2000)
    void anyTextIsAHostNameOrARefusal(@ForAll("almostHosts") String text) {
        DnsName.parse(text)
                .ifPresent(name -> assertThat(new DnsName(name.value())).isEqualTo(name));
    }

    @Property(tries = 1000)
    void aTimeReadsBack(@ForAll @LongRange(min = -631152000L, max = 253402300799L) long second) throws DerException {
        Instant instant = Instant.ofEpochSecond(second);
        assertThat(TbsCertificate.moment(Der.time(instant))).isEqualTo(instant);
    }

    /** X.667: an identifier made of a UUID has an arc of 128 bits. */
    @Property(tries = 1000)
    void anIdentifierOfLongArcsReadsBack(
            @ForAll @Size(max = 3)
                    List<@BigRange(min = "0", max = "340282366920938463463374607431768211455") BigInteger> arcs)
            throws DerException {
        var text = new StringBuilder("2.25");
        arcs.forEach(arc -> text.append('.').append(arc));
        assertThat(new DerReader(Der.oid(text.toString())).oid()).isEqualTo(text.toString());
        String first = "2." + (arcs.isEmpty() ? BigInteger.ZERO : arcs.getFirst());
        assertThat(new DerReader(Der.oid(first)).oid()).isEqualTo(first);
    }

    @Property(tries = 1000)
    void anIdentifierReadsBack(@ForAll List<@LongRange(min = 0) Long> arcs) throws DerException {
        var text = new StringBuilder("1.3");
        arcs.stream().limit(5).forEach(arc -> text.append('.').append(arc));
        assertThat(new DerReader(Der.oid(text.toString())).oid()).isEqualTo(text.toString());
    }

    @Property(tries = 1000)
    void anyBytesAreARequestOrAReport(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(CsrCheck.ofDer(bytes, ALL)).isInstanceOf(CsrCheck.Bad.class);
        assertThat(CertificateDer.read(bytes)).isEmpty();
    }

    @Property(tries = 3000)
    void aRequestWithOneFlippedBitIsBad(@ForAll @IntRange(min = 0, max = 20000) int bit) {
        assertThat(CsrCheck.ofDer(flipped(GOOD, bit), ALL)).isInstanceOf(CsrCheck.Bad.class);
    }

    @Property(tries = 300)
    void anRsaRequestWithOneFlippedBitIsBad(@ForAll @IntRange(min = 0, max = 20000) int bit) {
        assertThat(CsrCheck.ofDer(flipped(GOOD_RSA, bit), ALL)).isInstanceOf(CsrCheck.Bad.class);
    }

    @Property(tries = 1000)
    void aRequestCutShortOrSplicedIsReported(
            @ForAll @IntRange(min = 0, max = 400) int cut, @ForAll @Size(max = 20) byte[] splice) {
        int at = Math.min(cut, GOOD.length);
        byte[] bytes = new byte[at + splice.length];
        System.arraycopy(GOOD, 0, bytes, 0, at);
        System.arraycopy(splice, 0, bytes, at, splice.length);
        assertThat(CsrCheck.ofDer(bytes, ALL)).isNotNull();
    }

    @Property(tries = 1000)
    void anyTextIsARequestOrAReport(@ForAll String text) {
        assertThat(CsrCheck.ofBase64(text, ALL)).isInstanceOf(CsrCheck.Bad.class);
        assertThat(CsrCheck.ofPem("-----BEGIN CERTIFICATE REQUEST-----" + text, ALL))
                .isInstanceOf(CsrCheck.Bad.class);
    }

    @Property(tries = 1000)
    void aMutatedCertificateIsReadOrRefused(@ForAll @IntRange(min = 0, max = 20000) int bit) {
        CertificateDer.read(flipped(CERTIFICATE, bit)).ifPresent(certificate -> {
            assertThat(certificate.tbs()).isNotNull();
            assertThat(certificate.dnsNames()).isNotNull();
        });
    }

    @Provide
    Arbitrary<List<Attribute>> names() {
        Arbitrary<String> word = Arbitraries.strings()
                .withChars("abcXYZ019 ,.'()/:-日本語é")
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(text -> text.equals(text.strip()) && !text.isEmpty());
        Arbitrary<String> ascii =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(20);
        return word.list()
                .ofSize(6)
                .flatMap(words -> ascii.list().ofSize(2).map(plain -> {
                    var attributes = new ArrayList<Attribute>();
                    attributes.add(new Attribute(AttributeType.CN, words.get(0)));
                    attributes.add(new Attribute(AttributeType.OU, words.get(1)));
                    attributes.add(new Attribute(AttributeType.OU, words.get(2)));
                    attributes.add(new Attribute(AttributeType.O, words.get(3)));
                    attributes.add(new Attribute(AttributeType.L, words.get(4)));
                    attributes.add(new Attribute(AttributeType.ST, words.get(5)));
                    attributes.add(new Attribute(AttributeType.SERIAL_NUMBER, plain.get(0)));
                    attributes.add(new Attribute(AttributeType.EMAIL_ADDRESS, plain.get(1)));
                    attributes.add(new Attribute(AttributeType.C, "JP"));
                    return attributes;
                }));
    }

    @Provide
    Arbitrary<String> almostNames() {
        return Arbitraries.of("CN=", ",", "O=", "OU=", ",C=JP", "a", " ", "=", "\u0000", "日", ",E=", ",L=x", "cn=")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> almostHosts() {
        return Arbitraries.strings().withChars("aZ0-.*_:xn日 ").ofMaxLength(70);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        int at = bit % (8 * bytes.length);
        flipped[at / 8] ^= (byte) (1 << at % 8);
        return flipped;
    }

    static {
        assertThat(CsrCheck.ofBase64(Base64.getEncoder().encodeToString(GOOD), ALL))
                .isInstanceOf(CsrCheck.Good.class);
    }
}
