package io.shomei.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes a certificate revocation list (RFC 5280 5). Entries are taken one at a time from the iterator and kept only as their
 * DER, some forty octets each.
 */
public final class CrlWriter {
    // RFC 5280 5.1.2.1: version 2, the INTEGER 1.
    private static final byte[] VERSION_2 = Der.integer(1);

    private final SignatureScheme scheme;
    private final byte[] beforeEntries;
    private final byte[] extensions;

    private CrlWriter(Builder builder) {
        this.scheme = builder.scheme;
        this.beforeEntries = Der.join(List.of(
                VERSION_2,
                builder.scheme.algorithmIdentifier(),
                builder.issuer,
                Der.time(Objects.requireNonNull(builder.thisUpdate, "thisUpdate")),
                // RFC 5280 5.1.2.5: nextUpdate is always there.
                Der.time(Objects.requireNonNull(builder.nextUpdate, "nextUpdate"))));
        this.extensions = Der.context(0, Der.sequence(Der.join(builder.extensions())));
    }

    /** The signed list in DER; the function signs bytes with the scheme this writer was given. */
    public byte[] write(Iterator<RevokedEntry> entries, UnaryOperator<byte[]> signer) {
        byte[] tbs = tbs(entries);
        byte[] algorithm = scheme.algorithmIdentifier();
        byte[] signature = Der.bits(signer.apply(tbs));
        return Der.sequence(tbs, algorithm, signature);
    }

    private byte[] tbs(Iterator<RevokedEntry> entries) {
        var buffer = new EntryBuffer();
        entries.forEachRemaining(buffer::add);
        // RFC 5280 5.1.2.6: without revoked certificates the list itself is absent.
        int listed = buffer.length == 0 ? 0 : 1 + Der.lengthOctets(buffer.length) + buffer.length;
        int length = beforeEntries.length + listed + extensions.length;
        byte[] tbs = new byte[1 + Der.lengthOctets(length) + length];
        int at = Der.writeHeader(tbs, 0, Der.SEQUENCE, length);
        System.arraycopy(beforeEntries, 0, tbs, at, beforeEntries.length);
        at += beforeEntries.length;
        if (listed > 0) {
            at = Der.writeHeader(tbs, at, Der.SEQUENCE, buffer.length);
            at = buffer.copyTo(tbs, at);
        }
        System.arraycopy(extensions, 0, tbs, at, extensions.length);
        return tbs;
    }

    /** What a list says besides its entries. */
    public static final class Builder {
        private final byte[] issuer;
        private final SignatureScheme scheme;
        private @Nullable Instant thisUpdate;
        private @Nullable Instant nextUpdate;
        private @Nullable BigInteger number;
        private byte @Nullable [] authorityKey;
        private byte @Nullable [] issuingDistributionPoint;
        private @Nullable BigInteger deltaBase;

        public Builder(DistinguishedName issuer, SignatureScheme scheme) {
            this.issuer = issuer.encoded();
            this.scheme = scheme;
        }

        public Builder thisUpdate(Instant at) {
            this.thisUpdate = at;
            return this;
        }

        public Builder nextUpdate(Instant at) {
            this.nextUpdate = at;
            return this;
        }

        /** RFC 5280 5.2.3: grows with every list of this authority and scope, at most 20 octets. */
        public Builder number(BigInteger value) {
            if (value.signum() < 0 || value.bitLength() > 159) {
                throw new IllegalArgumentException("a CRL number is not negative and has at most 20 octets");
            }
            this.number = value;
            return this;
        }

        /** RFC 5280 5.2.1: the subject key identifier of the authority's certificate. */
        public Builder authorityKey(byte[] keyIdentifier) {
            this.authorityKey = keyIdentifier.clone();
            return this;
        }

        /** RFC 5280 5.2.5; see {@link DistributionPoint#issuing}. */
        public Builder issuingDistributionPoint(byte[] der) {
            this.issuingDistributionPoint = der.clone();
            return this;
        }

        /** RFC 5280 5.2.4: makes this a delta to the full list with this number. */
        public Builder deltaBase(BigInteger baseNumber) {
            this.deltaBase = baseNumber;
            return this;
        }

        public CrlWriter build() {
            return new CrlWriter(this);
        }

        private List<byte[]> extensions() {
            List<Extension> extensions = new ArrayList<>();
            // RFC 5280 5.2: both are in every list.
            byte[] key = Objects.requireNonNull(authorityKey, "authorityKey");
            byte[] keyIdentifier = Der.sequence(Der.contextPrimitive(0, key));
            extensions.add(new Extension(Oids.AUTHORITY_KEY_IDENTIFIER, false, keyIdentifier));
            byte[] crlNumber = Der.integer(Objects.requireNonNull(number, "number"));
            extensions.add(new Extension(Oids.CRL_NUMBER, false, crlNumber));
            if (deltaBase != null) {
                extensions.add(new Extension(Oids.DELTA_CRL_INDICATOR, true, Der.integer(deltaBase)));
            }
            if (issuingDistributionPoint != null) {
                extensions.add(new Extension(Oids.ISSUING_DISTRIBUTION_POINT, true, issuingDistributionPoint));
            }
            return extensions.stream().map(Extension::encoded).toList();
        }
    }

    /** Encoded entries in blocks, so that growing copies nothing. */
    private static final class EntryBuffer {
        private static final int BLOCK = 1 << 20;
        private static final byte[] REASON_CODE = Der.oid(Oids.REASON_CODE);
        private static final byte[] INVALIDITY_DATE = Der.oid(Oids.INVALIDITY_DATE);

        private final List<byte[]> full = new ArrayList<>();
        private byte[] block = new byte[BLOCK];
        private int at;
        private int length;

        void add(RevokedEntry entry) {
            byte[] encoded = Der.sequence(
                    Der.integer(entry.serial().value()), Der.time(entry.revokedAt()), entryExtensions(entry));
            if (at + encoded.length > BLOCK) {
                full.add(Arrays.copyOf(block, at));
                block = new byte[BLOCK];
                at = 0;
            }
            System.arraycopy(encoded, 0, block, at, encoded.length);
            at += encoded.length;
            length = Math.addExact(length, encoded.length);
        }

        int copyTo(byte[] target, int start) {
            int to = start;
            for (byte[] each : full) {
                System.arraycopy(each, 0, target, to, each.length);
                to += each.length;
            }
            System.arraycopy(block, 0, target, to, at);
            return to + at;
        }

        private static byte[] entryExtensions(RevokedEntry entry) {
            // RFC 5280 5.3.1: unspecified is said by saying nothing.
            byte[] reason = entry.reason() == null || entry.reason() == RevocationReason.UNSPECIFIED
                    ? new byte[0]
                    : Der.sequence(
                            REASON_CODE,
                            Der.octets(Der.enumerated(entry.reason().code())));
            byte[] invalidity = entry.invalidityDate() == null
                    ? new byte[0]
                    : Der.sequence(INVALIDITY_DATE, Der.octets(Der.generalizedTime(entry.invalidityDate())));
            return reason.length + invalidity.length == 0 ? reason : Der.sequence(reason, invalidity);
        }
    }
}
