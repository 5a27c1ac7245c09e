package io.shomei.lint.crl;

import io.shomei.lint.Finding;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CrlEntries;
import io.shomei.pki.Der;
import io.shomei.pki.Digests;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeyIdentifier;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Oids;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.UnsignedCrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A revocation list that is sound until a test breaks a part of it. */
final class CrlSample {
    static final byte[] REVOKED_ON = Der.time(Fixtures.NOW);
    static final byte[] SERIAL = Der.integer(4711);

    private byte[] version = Der.integer(1);
    private byte[] algorithm = SignatureScheme.ECDSA_WITH_SHA256.algorithmIdentifier();
    private byte[] issuerName = Fixtures.ISSUER_NAME.encoded();
    private byte[] thisUpdate = Der.time(Fixtures.NOW);
    private byte[] nextUpdate = Der.time(Fixtures.NOW.plus(Duration.ofDays(7)));
    private boolean emptyList;
    private CertificateDer issuer = Fixtures.issuer(KeySpec.P256);
    private final List<byte[]> entries = new ArrayList<>(List.of(
            entry(SERIAL, REVOKED_ON, reason(1), invalidity(Der.generalizedTime(Fixtures.NOW))),
            entry(Der.integer(4712), REVOKED_ON)));
    private final List<byte[]> extensions = new ArrayList<>(List.of(
            extension(
                    Oids.AUTHORITY_KEY_IDENTIFIER,
                    false,
                    Der.sequence(Der.contextPrimitive(
                            0,
                            KeyIdentifier.of(Fixtures.key("issuer", KeySpec.P256)
                                    .getPublic()
                                    .getEncoded())))),
            extension(Oids.CRL_NUMBER, false, Der.integer(42))));

    static CrlSample full() {
        return new CrlSample();
    }

    /** A sound delta. */
    static CrlSample delta() {
        return full().with(extension(Oids.DELTA_CRL_INDICATOR, true, Der.integer(41)));
    }

    /** A sound part of a list. */
    static CrlSample part() {
        return full().with(extension(Oids.ISSUING_DISTRIBUTION_POINT, true, point("http://pki.example.jp/1.crl")));
    }

    /** A sound list of the authority above. */
    static CrlSample ofRoot() {
        CrlSample sample = full();
        sample.issuer = Fixtures.root(KeySpec.P256);
        sample.issuerName = Fixtures.ROOT_NAME.encoded();
        sample.extensions.set(
                0,
                extension(
                        Oids.AUTHORITY_KEY_IDENTIFIER,
                        false,
                        Der.sequence(Der.contextPrimitive(
                                0, sample.issuer.keyIdentifier().orElseThrow()))));
        return sample.lasting(Duration.ofDays(365));
    }

    CrlSample version(byte[] other) {
        version = other;
        return this;
    }

    CrlSample algorithm(SignatureScheme other) {
        algorithm = other.algorithmIdentifier();
        return this;
    }

    CrlSample issuerName(byte[] other) {
        issuerName = other;
        return this;
    }

    CrlSample thisUpdate(byte[] other) {
        thisUpdate = other;
        return this;
    }

    CrlSample nextUpdate(byte[] other) {
        nextUpdate = other;
        return this;
    }

    CrlSample lasting(Duration lifetime) {
        return nextUpdate(Der.time(Fixtures.NOW.plus(lifetime)));
    }

    CrlSample without(String oid) {
        extensions.removeIf(each -> new String(each, StandardCharsets.ISO_8859_1)
                .contains(new String(Der.oid(oid), StandardCharsets.ISO_8859_1)));
        return this;
    }

    CrlSample with(byte[] extension) {
        extensions.add(extension);
        return this;
    }

    CrlSample entry(byte[] other) {
        entries.add(other);
        return this;
    }

    CrlSample withEmptyList() {
        entries.clear();
        emptyList = true;
        return this;
    }

    CrlSample withoutEntries() {
        entries.clear();
        return this;
    }

    List<Finding> findings() {
        return LintedCrl.findings(build(), issuer, Digests.sha256());
    }

    CertificateDer issuer() {
        return issuer;
    }

    UnsignedCrl build() {
        byte[] encoded = Der.join(entries);
        byte[] list = entries.isEmpty() && !emptyList ? new byte[0] : Der.sequence(encoded);
        byte[] after = Der.context(0, Der.sequence(Der.join(extensions)));
        byte[] whole = Der.sequence(version, algorithm, issuerName, thisUpdate, nextUpdate, list, after);
        byte[] before = Arrays.copyOf(whole, whole.length - after.length - encoded.length);
        return UnsignedCrl.ofDer(before, CrlEntries.of(encoded, entries.size()), after);
    }

    static byte[] entry(byte[] serial, byte[] date, byte[]... entryExtensions) {
        return entryExtensions.length == 0
                ? Der.sequence(serial, date)
                : Der.sequence(serial, date, Der.sequence(entryExtensions));
    }

    static byte[] reason(int code) {
        return extension(Oids.REASON_CODE, false, Der.enumerated(code));
    }

    static byte[] invalidity(byte[] time) {
        return extension(Oids.INVALIDITY_DATE, false, time);
    }

    static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }

    static byte[] point(String uri, byte[]... limits) {
        byte[] name = Der.context(0, Der.context(0, Der.contextPrimitive(6, uri.getBytes(StandardCharsets.US_ASCII))));
        return Der.sequence(name, Der.join(List.of(limits)));
    }
}
