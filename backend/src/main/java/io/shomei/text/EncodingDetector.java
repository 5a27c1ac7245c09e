package io.shomei.text;

import static io.shomei.text.TextEncoding.SHIFT_JIS;
import static io.shomei.text.TextEncoding.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds out how a file is written: by its byte order mark, else UTF-8 where every byte fits, else Shift_JIS. Where neither fits
 * everywhere, the one that fits better is taken, and what could not be read stands as {@link #REPLACEMENT} in its place.
 */
public final class EncodingDetector {
    /** What a decoder puts in the place of bytes it cannot read. */
    public static final char REPLACEMENT = '\uFFFD';

    private static final int BUFFER_CHARACTERS = 64 * 1024;
    private static final int LONGEST_MARK = 3;
    private static final long NO_TEXT = -1;

    private EncodingDetector() {}

    /** The encoding; none where the file is no text, such as a workbook, or UTF-16 without its mark. */
    public static Optional<TextEncoding> detect(Path file) throws IOException {
        Optional<TextEncoding> marked = TextEncoding.ofByteOrderMark(start(file));
        if (marked.isPresent()) {
            return undecodable(file, marked.get()) == NO_TEXT ? Optional.empty() : marked;
        }
        long inUtf8 = undecodable(file, UTF_8);
        if (inUtf8 == NO_TEXT) {
            return Optional.empty();
        }
        return Optional.of(inUtf8 == 0 || inUtf8 <= undecodable(file, SHIFT_JIS) ? UTF_8 : SHIFT_JIS);
    }

    /** The characters of a file after its byte order mark. */
    public static Reader open(Path file, TextEncoding encoding) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.byteOrderMark().length);
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        encoding.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                BUFFER_CHARACTERS);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_MARK);
        }
    }

    /** How often the file cannot be read in this encoding; {@link #NO_TEXT} where it holds U+0000, as no text does. */
    private static long undecodable(Path file, TextEncoding encoding) throws IOException {
        long count = 0;
        char[] buffer = new char[BUFFER_CHARACTERS];
        try (Reader in = open(file, encoding)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return NO_TEXT;
                    }
                    if (buffer[i] == REPLACEMENT) {
                        count++;
                    }
                }
            }
        }
        return count;
    }
}
