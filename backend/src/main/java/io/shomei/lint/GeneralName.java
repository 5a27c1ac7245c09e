package io.shomei.lint;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One GeneralName: its tag and its octets as text. */
record GeneralName(int tag, String text) {

    static List<GeneralName> readAll(DerReader names) throws DerException {
        var read = new ArrayList<GeneralName>(4);
        while (!names.atEnd()) {
            int tag = names.nextTag();
            read.add(new GeneralName(tag, new String(names.contents(tag), StandardCharsets.ISO_8859_1)));
        }
        return read;
    }
}
