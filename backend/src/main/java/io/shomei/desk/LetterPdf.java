package io.shomei.desk;

import io.shomei.account.secret.GridCard;
import io.shomei.kernel.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The letter as a page of A4, in Japanese and then in English. Its one face tells look-alikes apart and is embedded, so that it prints
 * the same everywhere; below each character of a value stands what it is, and a word that can be read out.
 */
final class LetterPdf {
    private static final String FACE = "/io/shomei/desk/BIZUDGothic-Regular.ttf";
    private static final float MARGIN = 56;
    private static final String[] WORDS = {
        "Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima",
                "Mike",
        "November", "Oscar", "Papa", "Quebec", "Romeo", "Sierra", "Tango", "Uniform", "Victor", "Whiskey", "X-ray",
                "Yankee", "Zulu"
    };

    private final BaseFont face;
    private final Letter letter;

    private LetterPdf(BaseFont face, Letter letter) {
        this.face = face;
        this.letter = letter;
    }

    static byte[] of(Letter letter) {
        try {
            return new LetterPdf(face(), letter).page();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static BaseFont face() throws IOException {
        try (InputStream in = Objects.requireNonNull(LetterPdf.class.getResourceAsStream(FACE))) {
            return BaseFont.createFont(
                    FACE, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, in.readAllBytes(), null);
        }
    }

    private byte[] page() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.addTitle(Letter.text(Language.JA, "title"));
        document.open();
        document.add(right(text(Language.JA, "made", letter.day(Language.JA)) + "  /  "
                + text(Language.EN, "made", letter.day(Language.EN))));
        document.add(line(letter.tenant(Language.JA), 11, 8));
        document.add(line(text(Language.JA, "to", letter.name()), 14, 2));
        document.add(line(both("title"), 16, 14));
        if (letter.loginId() != null) {
            document.add(box("loginId", letter.loginId(), null));
        }
        letter.credentials().forEach(each -> document.add(box(each.kind(), each.value(), each.lapsesAt())));
        for (Language language : Language.values()) {
            instruct(document, language);
        }
        document.close();
        return out.toByteArray();
    }

    /** A value with its name, each character with what it is. */
    private PdfPTable box(String kind, String value, @Nullable Instant lapsesAt) {
        PdfPTable box = new PdfPTable(1);
        box.setWidthPercentage(100);
        box.setSpacingBefore(8);
        box.setKeepTogether(true);
        box.addCell(label(both(kind), 9));
        PdfPCell inner = new PdfPCell(kind.equals("GRID_CARD") ? card(GridCard.of(value)) : characters(kind, value));
        inner.setPadding(6);
        box.addCell(inner);
        if (lapsesAt != null) {
            String until = text(Language.JA, "lapses", letter.time(Language.JA, lapsesAt)) + "  /  "
                    + text(Language.EN, "lapses", letter.time(Language.EN, lapsesAt));
            box.addCell(label(until, 8));
        }
        return box;
    }

    private PdfPTable characters(String kind, String value) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        Font large = new Font(face, 22);
        PdfPCell whole = new PdfPCell(new Phrase(value, large));
        whole.setBorder(Rectangle.NO_BORDER);
        whole.setPaddingBottom(8);
        table.addCell(whole);
        if (!kind.equals("loginId")) {
            PdfPTable each = new PdfPTable(value.length());
            value.chars().forEach(one -> each.addCell(plain(String.valueOf((char) one), 13)));
            value.chars().forEach(one -> each.addCell(plain(text(Language.JA, type(one)), 6)));
            value.chars().forEach(one -> each.addCell(plain(word(one), 6)));
            PdfPCell spelled = new PdfPCell(each);
            spelled.setBorder(Rectangle.NO_BORDER);
            table.addCell(spelled);
        }
        return table;
    }

    private PdfPTable card(GridCard card) {
        PdfPTable table = new PdfPTable(GridCard.SIZE + 1);
        table.addCell(cell("", 11));
        for (int column = 0; column < GridCard.SIZE; column++) {
            table.addCell(cell(String.valueOf((char) ('A' + column)), 11));
        }
        for (int row = 0; row < GridCard.SIZE; row++) {
            table.addCell(cell(String.valueOf(row + 1), 11));
            for (int column = 0; column < GridCard.SIZE; column++) {
                table.addCell(cell(card.cell("" + (char) ('A' + column) + (char) ('1' + row)), 13));
            }
        }
        return table;
    }

    private void instruct(Document document, Language language) {
        if (language == Language.EN) {
            document.add(line(letter.tenant(language) + "    " + text(language, "to", letter.name()), 9, 14));
        }
        document.add(line(text(language, "next"), 11, language == Language.EN ? 2 : 14));
        letter.credentials().forEach(each -> document.add(item(text(language, "next." + each.kind()))));
        document.add(item(text(language, "address", letter.address())));
        if (letter.credentials().stream().anyMatch(each -> !each.isCard())) {
            document.add(item(text(language, "case")));
        }
        document.add(item(text(language, "care")));
    }

    private Paragraph item(String text) {
        Paragraph item = line("・" + text, 9, 2);
        item.setIndentationLeft(9);
        item.setFirstLineIndent(-9);
        return item;
    }

    private Paragraph line(String text, float size, float before) {
        Paragraph line = new Paragraph(size * 1.5f, text, new Font(face, size));
        line.setSpacingBefore(before);
        return line;
    }

    private Paragraph right(String text) {
        Paragraph line = line(text, 9, 0);
        line.setAlignment(Element.ALIGN_RIGHT);
        return line;
    }

    private PdfPCell cell(String text, float size) {
        PdfPCell cell = new PdfPCell(new Phrase(text, new Font(face, size)));
        cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        cell.setPadding(3);
        return cell;
    }

    private PdfPCell label(String text, float size) {
        PdfPCell cell = cell(text, size);
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }

    private static String both(String key) {
        return text(Language.JA, key) + "  /  " + text(Language.EN, key);
    }

    private PdfPCell plain(String text, float size) {
        PdfPCell cell = cell(text, size);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(1);
        return cell;
    }

    private static String text(Language language, String key, Object... facts) {
        return Letter.text(language, key, facts);
    }

    private static String type(int character) {
        if (Character.isDigit(character)) {
            return "digit";
        }
        return Character.isUpperCase(character) ? "upper" : "lower";
    }

    /** How it is read out (ICAO); small letters are written small. */
    private static String word(int character) {
        if (Character.isDigit(character)) {
            return String.valueOf((char) character);
        }
        String word = WORDS[Character.toUpperCase(character) - 'A'];
        return Character.isUpperCase(character) ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT);
    }
}
