package io.shomei.pki;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Attribute types of names (RFC 5280 4.1.2.4 and appendix A, RFC 4519, BR 7.1.4). */
public enum AttributeType {
    CN("CN", "2.5.4.3", 64, Der.UTF8_STRING, true),
    // RFC 5280 A.1: IA5String of at most 255.
    EMAIL_ADDRESS("E", "1.2.840.113549.1.9.1", 255, Der.IA5_STRING, true),
    // X.520 serialNumber: PrintableString of at most 64.
    SERIAL_NUMBER("serialNumber", "2.5.4.5", 64, Der.PRINTABLE_STRING, true),
    OU("OU", "2.5.4.11", 64, Der.UTF8_STRING, true),
    O("O", "2.5.4.10", 64, Der.UTF8_STRING, true),
    L("L", "2.5.4.7", 128, Der.UTF8_STRING, true),
    ST("ST", "2.5.4.8", 128, Der.UTF8_STRING, true),
    C("C", "2.5.4.6", 2, Der.PRINTABLE_STRING, true),

    // Read in other authorities' names only.
    DC("DC", "0.9.2342.19200300.100.1.25", 63, Der.IA5_STRING, false),
    UID("UID", "0.9.2342.19200300.100.1.1", 256, Der.UTF8_STRING, false),
    TITLE("title", "2.5.4.12", 64, Der.UTF8_STRING, false),
    // BR 7.1.4.2: the bound of 32,768 in RFC 5280 is a mistake of transcription.
    SURNAME("SN", "2.5.4.4", 64, Der.UTF8_STRING, false),
    GIVEN_NAME("GN", "2.5.4.42", 64, Der.UTF8_STRING, false),
    PSEUDONYM("pseudonym", "2.5.4.65", 128, Der.UTF8_STRING, false),
    STREET("street", "2.5.4.9", 128, Der.UTF8_STRING, false),
    POSTAL_CODE("postalCode", "2.5.4.17", 40, Der.UTF8_STRING, false),
    BUSINESS_CATEGORY("businessCategory", "2.5.4.15", 128, Der.UTF8_STRING, false),
    ORGANIZATION_IDENTIFIER("organizationIdentifier", "2.5.4.97", 256, Der.UTF8_STRING, false),
    JURISDICTION_L("jurisdictionL", "1.3.6.1.4.1.311.60.2.1.1", 128, Der.UTF8_STRING, false),
    JURISDICTION_ST("jurisdictionST", "1.3.6.1.4.1.311.60.2.1.2", 128, Der.UTF8_STRING, false),
    JURISDICTION_C("jurisdictionC", "1.3.6.1.4.1.311.60.2.1.3", 2, Der.PRINTABLE_STRING, false);

    private static final Map<String, AttributeType> BY_OID = new HashMap<>();
    private static final Map<String, AttributeType> WRITABLE_BY_NAME = new HashMap<>();

    static {
        for (AttributeType type : values()) {
            BY_OID.put(type.oid, type);
            if (type.writable) {
                WRITABLE_BY_NAME.put(type.label, type);
            }
        }
        WRITABLE_BY_NAME.put("emailAddress", EMAIL_ADDRESS);
    }

    private final String label;
    private final String oid;
    private final int maxLength;
    private final int stringTag;
    private final boolean writable;
    // Never written to, and not handed out.
    @SuppressWarnings("ImmutableEnumChecker")
    private final byte[] encodedOid;

    AttributeType(String label, String oid, int maxLength, int stringTag, boolean writable) {
        this.label = label;
        this.oid = oid;
        this.maxLength = maxLength;
        this.stringTag = stringTag;
        this.writable = writable;
        this.encodedOid = Der.oid(oid);
    }

    /** The name before the equals sign. */
    public String label() {
        return label;
    }

    public String oid() {
        return oid;
    }

    /** The most characters the value may have: ub-… of RFC 5280 appendix A. */
    public int maxLength() {
        return maxLength;
    }

    public static Optional<AttributeType> ofOid(String oid) {
        return Optional.ofNullable(BY_OID.get(oid));
    }

    /** The type people may write under this name, which is case-sensitive. */
    static Optional<AttributeType> ofLabel(String label) {
        return Optional.ofNullable(WRITABLE_BY_NAME.get(label));
    }

    byte[] encode(String value) {
        if (!canHold(value)) {
            throw new IllegalArgumentException(label + " cannot hold " + value);
        }
        byte[] string = switch (stringTag) {
            case Der.PRINTABLE_STRING -> Der.printable(value);
            case Der.IA5_STRING -> Der.ia5(value);
            default -> Der.utf8(value);
        };
        return Der.set(Der.sequence(encodedOid, string));
    }

    /** Whether the value can be written in the string type RFC 5280 gives this attribute. */
    boolean canHold(String value) {
        return switch (stringTag) {
            case Der.PRINTABLE_STRING -> value.chars().allMatch(AttributeType::isPrintable);
            case Der.IA5_STRING -> value.chars().allMatch(c -> c < 0x80);
            default -> true;
        };
    }

    /** X.680 41.4: the characters of PrintableString. */
    static boolean isPrintable(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c < 0x80 && " '()+,-./:=?".indexOf(c) >= 0);
    }
}
