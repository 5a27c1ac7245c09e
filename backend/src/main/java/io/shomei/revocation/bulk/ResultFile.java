package io.shomei.revocation.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.text.CsvTable;
import io.shomei.text.TextEncoding;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of each line as a CSV (RFC 4180). Its second column is headed so that the file can be uploaded again. */
final class ResultFile implements Closeable {
    private static final Texts TEXTS = Texts.load("io/shomei/revocation/bulk/result");
    private static final List<String> COLUMNS =
            List.of("line", "name", "code", "outcome", "cure", "serial", "until", "email");

    private final CsvTable out;
    private final Language language;

    ResultFile(OutputStream out, TextEncoding encoding, Language language) throws IOException {
        this.language = language;
        this.out = new CsvTable(out, encoding);
        this.out.row(COLUMNS.stream()
                .map(each -> TEXTS.get(language, "column." + each))
                .toList());
    }

    void write(BulkRevocationLine line, @Nullable Certificate certificate) {
        String outcome = line.outcome().name();
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(String.valueOf(line.number()));
        cells.add(certificate == null ? line.name() : certificate.commonName());
        cells.add(outcome);
        cells.add(TEXTS.get(language, outcome + ".title"));
        cells.add(TEXTS.get(language, outcome + ".cure"));
        if (certificate != null) {
            cells.add(certificate.serial().decimal());
            cells.add(certificate.notAfter().toString());
            cells.add(certificate.subscriber().email());
        } else {
            cells.addAll(List.of("", "", ""));
        }
        out.row(cells);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
