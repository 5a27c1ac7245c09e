package io.shomei.lint.certificate;

import io.shomei.pki.AttributeType;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One attribute of a name with the string type it was written in, which {@code DistinguishedName} forgets.
 *
 * @param level the place of its RelativeDistinguishedName, from 0
 * @param value U+FFFD stands for octets that are no UTF-8
 */
public record NameAttribute(int level, String oid, int tag, String value) {
    public boolean is(AttributeType type) {
        return oid.equals(type.oid());
    }

    static List<NameAttribute> read(byte[] name) throws DerException {
        DerReader levels = new DerReader(name).sequence();
        var attributes = new ArrayList<NameAttribute>(6);
        for (int level = 0; !levels.atEnd(); level++) {
            DerReader set = levels.enter(Der.SET);
            // X.501 9.2: a level has at least one attribute.
            do {
                DerReader attribute = set.sequence();
                String oid = attribute.oid();
                int tag = attribute.nextTag();
                String value = new String(attribute.contents(tag), StandardCharsets.UTF_8);
                attribute.requireEnd();
                attributes.add(new NameAttribute(level, oid, tag, value));
            } while (!set.atEnd());
        }
        return attributes;
    }
}
