package io.shomei.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything a certificate revocation list says besides its entries (RFC 5280 5). */
public final class CrlTemplate {
    // RFC 5280 5.1.2.1: version 2, the INTEGER 1.
    private static final byte[] VERSION_2 = Der.integer(1);

    private final byte[] fields;
    private final byte[] extensions;

    private CrlTemplate(Builder builder) {
        this.fields = Der.join(List.of(
                VERSION_2,
                builder.scheme.algorithmIdentifier(),
                builder.issuer,
                Der.time(Objects.requireNonNull(builder.thisUpdate, "thisUpdate")),
                // RFC 5280 5.1.2.5: nextUpdate is always there.
                Der.time(Objects.requireNonNull(builder.nextUpdate, "nextUpdate"))));
        this.extensions = Der.context(0, Der.sequence(Der.join(builder.extensions())));
    }

    /** The list with these entries. */
    public UnsignedCrl over(CrlEntries entries) {
        int listed = Math.toIntExact(entries.length());
        // RFC 5280 5.1.2.6: without revoked certificates the list itself is absent.
        int listHeader = listed == 0 ? 0 : 1 + Der.lengthOctets(listed);
        int length = Math.addExact(fields.length + listHeader + extensions.length, listed);
        byte[] before = new byte[1 + Der.lengthOctets(length) + fields.length + listHeader];
        int at = Der.writeHeader(before, 0, Der.SEQUENCE, length);
        System.arraycopy(fields, 0, before, at, fields.length);
        if (listed > 0) {
            Der.writeHeader(before, at + fields.length, Der.SEQUENCE, listed);
        }
        return new UnsignedCrl(before, entries, extensions);
    }

    /** Collects what a list says. */
    public static final class Builder {
        private final byte[] issuer;
        private final SignatureScheme scheme;
        private final List<Extension> further = new ArrayList<>();
        private @Nullable Instant thisUpdate;
        private @Nullable Instant nextUpdate;
        private @Nullable BigInteger number;
        private byte @Nullable [] authorityKey;

        /** The issuer's name is the subject of the authority's certificate, byte for byte (RFC 5280 5.1.2.3). */
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
            further.add(new Extension(Oids.ISSUING_DISTRIBUTION_POINT, true, der));
            return this;
        }

        /** RFC 5280 5.2.4: makes this a delta to the full list with this number. */
        public Builder deltaBase(BigInteger baseNumber) {
            further.add(new Extension(Oids.DELTA_CRL_INDICATOR, true, Der.integer(baseNumber)));
            return this;
        }

        /** RFC 5280 5.2.6: where the deltas to this full list are. */
        public Builder freshestCrl(List<String> uris) {
            further.add(new Extension(Oids.FRESHEST_CRL, false, Der.sequence(DistributionPoint.of(uris))));
            return this;
        }

        public CrlTemplate build() {
            return new CrlTemplate(this);
        }

        private List<byte[]> extensions() {
            List<Extension> extensions = new ArrayList<>();
            // RFC 5280 5.2: both are in every list.
            byte[] key = Objects.requireNonNull(authorityKey, "authorityKey");
            byte[] keyIdentifier = Der.sequence(Der.contextPrimitive(0, key));
            extensions.add(new Extension(Oids.AUTHORITY_KEY_IDENTIFIER, false, keyIdentifier));
            byte[] crlNumber = Der.integer(Objects.requireNonNull(number, "number"));
            extensions.add(new Extension(Oids.CRL_NUMBER, false, crlNumber));
            extensions.addAll(further);
            return extensions.stream().map(Extension::encoded).toList();
        }
    }
}
