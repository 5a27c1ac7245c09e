package io.shomei.lint.timestamp;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.util.ArrayList;
import java.util.List;

/**
 * An attribute as it is signed (RFC 5652 5.3).
 *
 * @param values contents of the SET of its values
 * @param encoded the whole Attribute in DER
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
record SignedAttribute(String oid, byte[] values, byte[] encoded) {

    /** All in a SET OF Attribute, in their order. */
    static List<SignedAttribute> readAll(byte[] set) throws DerException {
        DerReader outer = new DerReader(set);
        DerReader reader = outer.enter(Der.SET);
        outer.requireEnd();
        List<SignedAttribute> attributes = new ArrayList<>(4);
        while (!reader.atEnd()) {
            byte[] encoded = reader.element(Der.SEQUENCE);
            DerReader attribute = new DerReader(encoded).sequence();
            attributes.add(new SignedAttribute(attribute.oid(), attribute.contents(Der.SET), encoded));
            attribute.requireEnd();
        }
        return attributes;
    }
}
