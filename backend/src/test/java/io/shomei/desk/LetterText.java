package io.shomei.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A letter as somebody reads it, by another library than the one that wrote it. */
public final class LetterText {
    private LetterText() {}

    public static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }

    /** The value below its name. */
    public static String value(String letter, String name) {
        Matcher found = Pattern.compile(Pattern.quote(name) + " .*\\R\\s*([A-Za-z0-9]{4,16})\\s*\\R")
                .matcher(letter);
        assertThat(found.find()).as(letter).isTrue();
        return found.group(1);
    }
}
