package io.shomei.enrolment;

import io.shomei.text.TabbedWriter;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with the key files of a lot, after {@code client.txt}, which says whose they are: headings, then serial number, name, mail
 * address and DN. It opens only when it was finished: half an archive is not to look like a whole one.
 */
final class KeyFileArchive {
    private static final String FILE = "client.txt";
    private static final List<String> HEADINGS = List.of("シリアル番号", "利用者氏名", "利用者E-mail", "主体者DN");

    private final ZipOutputStream zip;
    private final TabbedWriter text;

    KeyFileArchive(OutputStream out, TextEncoding encoding) throws IOException {
        zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(FILE));
        text = new TabbedWriter(zip, encoding);
        text.row(HEADINGS);
    }

    void list(List<HolderEnrolment> enrolments) {
        try {
            for (HolderEnrolment enrolment : enrolments) {
                text.row(List.of(
                        Objects.requireNonNull(enrolment.issued()).serial().decimal(),
                        enrolment.holder().name(),
                        enrolment.holder().email(),
                        enrolment.subjectDn()));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What is encrypted cannot be made smaller. */
    void endList() throws IOException {
        text.flush();
        zip.closeEntry();
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    /**
     * @param files in the order of the enrolments
     */
    void add(List<HolderEnrolment> enrolments, List<byte[]> files) {
        try {
            for (int i = 0; i < files.size(); i++) {
                zip.putNextEntry(new ZipEntry(HolderKeyFiles.name(enrolments.get(i))));
                zip.write(files.get(i));
                zip.closeEntry();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    void finish() throws IOException {
        zip.finish();
    }
}
