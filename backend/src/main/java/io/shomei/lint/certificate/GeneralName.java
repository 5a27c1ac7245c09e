package io.shomei.lint.certificate;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One GeneralName: its tag and its octets as text. */
public record GeneralName(int tag, String text) {

    public static List<GeneralName> readAll(DerReader names) throws DerException {
        var read = new ArrayList<GeneralName>(4);
        while (!names.atEnd()) {
            int tag = names.nextTag();
            read.add(new GeneralName(tag, new String(names.contents(tag), StandardCharsets.ISO_8859_1)));
        }
        return read;
    }
}
