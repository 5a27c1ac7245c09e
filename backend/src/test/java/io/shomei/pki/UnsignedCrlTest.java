package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A list is read from its pieces, and only when all lengths add up. */
class UnsignedCrlTest {
    private static final List<RevokedEntry> REVOKED = List.of(
            new RevokedEntry(Fixtures.serial(), Fixtures.NOW, RevocationReason.SUPERSEDED, null),
            new RevokedEntry(Fixtures.serial(), Fixtures.NOW, null, null));

    @Test
    void whatATemplateSaysIsRead() throws DerException {
        UnsignedCrl crl = Fixtures.crlTemplate(KeySpec.P256)
                .deltaBase(BigInteger.TEN)
                .build()
                .over(Fixtures.entries(REVOKED));
        List<CrlEntry> entries = new ArrayList<>();
        var bytes = new ByteArrayOutputStream();
        TbsCertList list = crl.read(entries::add, bytes::writeBytes);
        assertThat(bytes.toByteArray()).isEqualTo(crl.whole());
        assertThat(entries).hasSize(2);
        assertThat(list.entries()).isEqualTo(2);
        assertThat(list.version()).isEqualTo(2);
        assertThat(list.issuer()).isEqualTo(Fixtures.ISSUER_NAME.encoded());
        assertThat(TbsCertificate.moment(list.thisUpdate())).isEqualTo(Fixtures.NOW);
        assertThat(list.number(Oids.CRL_NUMBER)).contains(BigInteger.valueOf(42));
        assertThat(list.number(Oids.DELTA_CRL_INDICATOR)).contains(BigInteger.TEN);
        assertThat(list.isDelta()).isTrue();
    }

    @Test
    void manyPiecesAreOneList() throws DerException {
        UnsignedCrl crl = Fixtures.crlTemplate(KeySpec.P256).build().over(inPieces(REVOKED));
        assertThat(crl.read(entry -> {}, bytes -> {}).entries()).isEqualTo(2);
        UnsignedCrl held = Fixtures.crlTemplate(KeySpec.P256).build().over(Fixtures.entries(REVOKED));
        assertThat(crl.whole()).isEqualTo(held.whole());
    }

    @Test
    void withoutEntriesTheListInsideIsAbsent() throws DerException {
        UnsignedCrl crl = Fixtures.crlTemplate(KeySpec.P256).build().over(CrlEntries.NONE);
        TbsCertList list = crl.read(entry -> {}, bytes -> {});
        assertThat(list.hasRevokedCertificates()).isFalse();
        assertThat(list.entries()).isZero();
    }

    @Test
    void lengthsThatDoNotAddUpAreRefused() {
        byte[] entries = Fixtures.entries(REVOKED).whole();
        UnsignedCrl sound = Fixtures.crlTemplate(KeySpec.P256).build().over(CrlEntries.of(entries, 2));
        List<byte[]> pieces = new ArrayList<>();
        sound.forEach(pieces::add);
        byte[] before = pieces.getFirst();
        byte[] after = pieces.getLast();
        refused(before, Arrays.copyOf(entries, entries.length / 2), after);
        refused(before, Der.join(List.of(entries, entries)), after);
        refused(Arrays.copyOf(before, before.length - 1), entries, after);
        refused(before, entries, Arrays.copyOf(after, after.length - 1));
        refused(before, new byte[] {1, 2, 3}, after);
        refused(before, new byte[0], new byte[0]);
    }

    private static void refused(byte[] before, byte[] entries, byte[] after) {
        assertThatThrownBy(() -> UnsignedCrl.ofDer(before, CrlEntries.of(entries, 2), after)
                        .read(entry -> {}, bytes -> {}))
                .isInstanceOf(DerException.class);
    }

    /** One entry in each piece. */
    private static CrlEntries inPieces(List<RevokedEntry> revoked) {
        List<byte[]> pieces = revoked.stream()
                .map(entry -> Fixtures.entries(List.of(entry)).whole())
                .toList();
        return new CrlEntries() {
            @Override
            public long count() {
                return pieces.size();
            }

            @Override
            public long length() {
                return pieces.stream().mapToInt(piece -> piece.length).sum();
            }

            @Override
            public void forEach(Consumer<byte[]> consumer) {
                pieces.forEach(consumer);
            }
        };
    }
}
