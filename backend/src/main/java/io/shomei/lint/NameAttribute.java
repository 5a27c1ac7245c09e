package io.shomei.lint;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One attribute of a name with the string type it was written in, which {@code DistinguishedName} forgets. */
record NameAttribute(String oid, int tag, String value) {

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
