package io.shomei.lint.certificate;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One GeneralName: its tag and its octets, a character for each. */
public record GeneralName(int tag, String text) {
    static final int DIRECTORY_TAG = 0xA4;

    /** A Name in DER. */
    public static GeneralName ofDirectory(byte[] name) {
        return new GeneralName(DIRECTORY_TAG, new String(name, StandardCharsets.ISO_8859_1));
    }

    /** Reads to the end. */
    public static List<GeneralName> readAll(DerReader names) throws DerException {
        var read = new ArrayList<GeneralName>(4);
        while (!names.atEnd()) {
            read.add(read(names));
        }
        return read;
    }

    static GeneralName read(DerReader names) throws DerException {
        int tag = names.nextTag();
        return new GeneralName(tag, new String(names.contents(tag), StandardCharsets.ISO_8859_1));
    }

    public byte[] octets() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
