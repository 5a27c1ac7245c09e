package io.shomei.lint.certificate;

import io.shomei.pki.AttributeType;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One attribute of a name with the string type it was written in, which {@code DistinguishedName} forgets. */
public record NameAttribute(String oid, int tag, String value) {
    public boolean is(AttributeType type) {
        return oid.equals(type.oid());
    }

    static List<NameAttribute> read(byte[] name) throws DerException {
        DerReader rdns = new DerReader(name).sequence();
        var attributes = new ArrayList<NameAttribute>(6);
        while (!rdns.atEnd()) {
            DerReader set = rdns.enter(Der.SET);
            while (!set.atEnd()) {
                DerReader attribute = set.sequence();
                String oid = attribute.oid();
                int tag = attribute.nextTag();
                String value = new String(attribute.contents(tag), StandardCharsets.UTF_8);
                attributes.add(new NameAttribute(oid, tag, value));
            }
        }
        return attributes;
    }
}
