package io.shomei.pki;

import io.shomei.pki.DnSyntaxException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A distinguished name. Its attributes are kept in the order people write, CN first; the encoding turns them round, so that a
 * certificate has the most significant first (C, ST, L, O, OU, CN). A name read from DER keeps its very bytes, because chains are
 * built by comparing them.
 */
public final class DistinguishedName {
    private static final DistinguishedName EMPTY = new DistinguishedName(List.of(), Der.sequence());

    private final List<Attribute> attributes;
    private final byte[] encoded;

    private DistinguishedName(List<Attribute> attributes, byte[] encoded) {
        this.attributes = List.copyOf(attributes);
        this.encoded = encoded;
    }

    /** The name without attributes; its certificate needs a critical SAN (RFC 5280 4.1.2.6). */
    public static DistinguishedName empty() {
        return EMPTY;
    }

    /**
     * Reads {@code CN=…,O=…,L=…,ST=…,C=JP}; see {@link DnText}. The attributes CN, OU (several), O, L, ST, C, E or emailAddress and
     * serialNumber are known.
     *
     * @throws DnSyntaxException with the position and the reason
     */
    public static DistinguishedName parse(String text) {
        return of(DnText.parse(text));
    }

    /**
     * A name with these attributes, in the order people write them.
     *
     * @throws DnSyntaxException where {@link #text()} would not read back as the same name
     */
    public static DistinguishedName of(List<Attribute> attributes) {
        List<byte[]> sets = new ArrayList<>(attributes.size());
        for (Attribute attribute : certificateOrder(attributes)) {
            if (DnText.isAmbiguous(attribute.value())) {
                throw new DnSyntaxException(Reason.AMBIGUOUS_VALUE, 0);
            }
            sets.add(attribute.type().encode(attribute.value()));
        }
        return new DistinguishedName(attributes, Der.element(Der.SEQUENCE, sets.toArray(byte[][]::new)));
    }

    /**
     * Reads an X.501 Name.
     *
     * @throws DnSyntaxException where the bytes are not a name, or one with an attribute we cannot show
     */
    public static DistinguishedName ofDer(byte[] der) {
        try {
            DerReader outer = new DerReader(der);
            DerReader name = outer.sequence();
            outer.requireEnd();
            var attributes = new ArrayList<Attribute>(6);
            while (!name.atEnd()) {
                DerReader set = name.enter(Der.SET);
                attributes.add(attribute(set.sequence()));
                set.requireEnd();
            }
            Collections.reverse(attributes);
            return new DistinguishedName(attributes, der.clone());
        } catch (DerException e) {
            throw new DnSyntaxException(Reason.NOT_A_NAME, 0);
        }
    }

    /** In the order people write: CN first. */
    public List<Attribute> attributes() {
        return attributes;
    }

    public boolean isEmpty() {
        return attributes.isEmpty();
    }

    public Optional<String> first(AttributeType type) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == type)
                .map(Attribute::value)
                .findFirst();
    }

    public List<String> all(AttributeType type) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == type)
                .map(Attribute::value)
                .toList();
    }

    /** {@code CN=…,O=…,C=JP}, in the order that was given. */
    public String text() {
        return attributes.stream().map(Attribute::toString).collect(Collectors.joining(","));
    }

    /** The X.501 Name, most significant attribute first. */
    public byte[] encoded() {
        return encoded.clone();
    }

    byte[] sharedEncoding() {
        return encoded;
    }

    /** Whether the other name has equal types and values, in the same or exactly the reverse order. Case counts. */
    public boolean sameAttributes(DistinguishedName other) {
        return attributes.equals(other.attributes) || attributes.equals(other.attributes.reversed());
    }

    /** Whether exactly these attribute types stand in this order, a repeated one as often as it is named. */
    public boolean hasOrder(AttributeType... types) {
        return attributes.stream().map(Attribute::type).toList().equals(List.of(types));
    }

    /** The types that occur. */
    public Set<AttributeType> types() {
        return attributes.stream().map(Attribute::type).collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinguishedName name && attributes.equals(name.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /** Most significant first. A name that was written so already stays so. */
    private static List<Attribute> certificateOrder(List<Attribute> attributes) {
        return isWrittenMostSignificantFirst(attributes) ? attributes : attributes.reversed();
    }

    private static boolean isWrittenMostSignificantFirst(List<Attribute> attributes) {
        return attributes.size() > 1
                && attributes.getFirst().type() == AttributeType.C
                && attributes.getLast().type() != AttributeType.C;
    }

    private static Attribute attribute(DerReader typeAndValue) throws DerException {
        String oid = typeAndValue.oid();
        AttributeType type =
                AttributeType.ofOid(oid).orElseThrow(() -> new DnSyntaxException(Reason.UNKNOWN_ATTRIBUTE, 0));
        int tag = typeAndValue.nextTag();
        byte[] contents = typeAndValue.contents(tag);
        typeAndValue.requireEnd();
        return new Attribute(type, string(tag, contents));
    }

    private static String string(int tag, byte[] contents) throws DerException {
        return switch (tag) {
            case Der.UTF8_STRING -> decoded(contents, StandardCharsets.UTF_8);
            case Der.PRINTABLE_STRING, Der.IA5_STRING -> new String(contents, StandardCharsets.US_ASCII);
            // T.61 in theory; every producer wrote Latin-1.
            case Der.TELETEX_STRING -> new String(contents, StandardCharsets.ISO_8859_1);
            case Der.BMP_STRING -> decoded(contents, StandardCharsets.UTF_16BE);
            default -> throw new DerException("not a DirectoryString");
        };
    }

    private static String decoded(byte[] contents, Charset charset) throws DerException {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(contents)).toString();
        } catch (CharacterCodingException e) {
            throw new DerException("not " + charset);
        }
    }
}
