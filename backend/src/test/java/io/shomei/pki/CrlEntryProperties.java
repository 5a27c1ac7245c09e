package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Entries of revocation lists: written by hand for speed, equal to what is put together from DER's parts. */
class CrlEntryProperties {
    @Property
    void entriesAreTheDerOfTheirParts(@ForAll("entries") List<RevokedEntry> entries) {
        CrlEntryWriter writer = new CrlEntryWriter(1);
        entries.forEach(writer::add);
        assertThat(writer.count()).isEqualTo(entries.size());
        assertThat(writer.take())
                .isEqualTo(Der.join(
                        entries.stream().map(CrlEntryProperties::assembled).toList()));
        assertThat(writer.take()).isEmpty();
    }

    @Property
    void whatWasWrittenIsReadAgain(@ForAll("entries") List<RevokedEntry> entries) throws DerException {
        DerReader reader = new DerReader(Fixtures.entries(entries).whole());
        List<RevokedEntry> read = new ArrayList<>();
        while (!reader.atEnd()) {
            read.add(entry(CrlEntry.read(reader)));
        }
        assertThat(read).isEqualTo(entries);
    }

    @Example
    void leadingZerosOfASerialNumberDoNotMatter() {
        CrlEntryWriter writer = new CrlEntryWriter(2);
        writer.add(new byte[] {0, 0, 0, (byte) 0x80}, Fixtures.NOW, null, null);
        byte[] padded = writer.take();
        writer.add(new byte[] {(byte) 0x80}, Fixtures.NOW, null, null);
        assertThat(padded).isEqualTo(writer.take()).startsWith(0x30, 19, Der.INTEGER, 2, 0, 0x80);
    }

    @Example
    void whatNoCertificateHasIsNoEntry() {
        CrlEntryWriter writer = new CrlEntryWriter(1);
        for (byte[] serial : new byte[][] {{0}, {0, 0}, new BigInteger("80".repeat(20), 16).toByteArray()}) {
            assertThatThrownBy(() -> writer.add(serial, Fixtures.NOW, null, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> writer.add(new byte[] {1}, Instant.parse("1949-12-31T23:59:59Z"), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<RevokedEntry>> entries() {
        Arbitrary<SerialNumber> serials = Arbitraries.bigIntegers()
                .between(BigInteger.ONE, BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE))
                .map(SerialNumber::new);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(
                        Instant.parse("1950-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond())
                .edgeCases(edges -> edges.add(
                        Instant.parse("2049-12-31T23:59:59Z").getEpochSecond(),
                        Instant.parse("2050-01-01T00:00:00Z").getEpochSecond()))
                .map(Instant::ofEpochSecond);
        Arbitrary<RevocationReason> reasons =
                Arbitraries.of(RevocationReason.class).filter(reason -> reason != RevocationReason.UNSPECIFIED);
        return Combinators.combine(serials, times, reasons.injectNull(0.3), times.injectNull(0.5))
                .as(RevokedEntry::new)
                .list()
                .ofMaxSize(50);
    }

    private static byte[] assembled(RevokedEntry entry) {
        byte[] reason = entry.reason() == null
                ? new byte[0]
                : Der.sequence(
                        Der.oid(Oids.REASON_CODE),
                        Der.octets(Der.enumerated(entry.reason().code())));
        byte[] invalidity = entry.invalidityDate() == null
                ? new byte[0]
                : Der.sequence(Der.oid(Oids.INVALIDITY_DATE), Der.octets(Der.generalizedTime(entry.invalidityDate())));
        return Der.sequence(
                Der.integer(entry.serial().value()),
                Der.time(entry.revokedAt()),
                reason.length + invalidity.length == 0 ? new byte[0] : Der.sequence(reason, invalidity));
    }

    private static RevokedEntry entry(CrlEntry entry) throws DerException {
        @Nullable RevocationReason reason = null;
        @Nullable Instant invalidityDate = null;
        for (Extension extension : entry.extensions()) {
            if (extension.oid().equals(Oids.REASON_CODE)) {
                reason = RevocationReason.ofCode(extension.reader().contents(Der.ENUMERATED)[0])
                        .orElseThrow();
            } else {
                invalidityDate = extension.reader().time();
            }
        }
        return new RevokedEntry(
                new SerialNumber(new BigInteger(entry.serial())),
                TbsCertificate.moment(entry.revocationDate()),
                reason,
                invalidityDate);
    }
}
