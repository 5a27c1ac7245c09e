package io.shomei.enrolment;

import io.shomei.text.TabbedWriter;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with the access PINs of a lot: one text with headings, then name, mail address, PIN and DN of each certificate. It opens
 * only when it was finished: half an archive is not to look like a whole one.
 */
final class PinArchive {
    private static final String FILE = "accesspin.txt";
    private static final List<String> HEADINGS = List.of("利用者氏名", "利用者E-mail", "アクセスPIN", "主体者DN");

    private final ZipOutputStream zip;
    private final TabbedWriter text;

    PinArchive(OutputStream out, TextEncoding encoding) throws IOException {
        zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(FILE));
        text = new TabbedWriter(zip, encoding);
        text.row(HEADINGS);
    }

    void add(HolderEnrolment enrolment, String pin) {
        try {
            text.row(List.of(enrolment.holder().name(), enrolment.holder().email(), pin, enrolment.subjectDn()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void finish() throws IOException {
        text.flush();
        zip.closeEntry();
        zip.finish();
    }
}
