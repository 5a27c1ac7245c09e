package io.shomei.request.bulk;

import static io.shomei.request.bulk.RequestFileEncoding.SHIFT_JIS;
import static io.shomei.request.bulk.RequestFileEncoding.UTF_8;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_ENCODING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out how a file is written: by its byte order mark, else UTF-8 where every byte fits, else Shift_JIS. Where neither fits
 * everywhere, the one that fits better is taken and the rows concerned are refused one by one.
 */
final class EncodingDetector {
    /** What a decoder puts in the place of bytes it cannot read. */
    static final char REPLACEMENT = '\uFFFD';

    private static final int BUFFER_CHARACTERS = 64 * 1024;
    private static final int LONGEST_MARK = 3;

    private EncodingDetector() {}

    static RequestFileEncoding detect(Path file) throws IOException {
        RequestFileEncoding marked =
                RequestFileEncoding.ofByteOrderMark(start(file)).orElse(null);
        if (marked != null) {
            countUndecodable(file, marked);
            return marked;
        }
        long inUtf8 = countUndecodable(file, UTF_8);
        return inUtf8 == 0 || inUtf8 <= countUndecodable(file, SHIFT_JIS) ? UTF_8 : SHIFT_JIS;
    }

    /** The characters of a file after its byte order mark. */
    static Reader open(Path file, RequestFileEncoding encoding) throws IOException {
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

    private static long countUndecodable(Path file, RequestFileEncoding encoding) throws IOException {
        long count = 0;
        char[] buffer = new char[BUFFER_CHARACTERS];
        try (Reader in = open(file, encoding)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += countUndecodable(buffer, read);
            }
        }
        return count;
    }

    private static long countUndecodable(char[] buffer, int length) {
        long count = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == REPLACEMENT) {
                count++;
            } else if (buffer[i] == 0) {
                // No text holds U+0000: a workbook with another name, or UTF-16 without its mark.
                throw REQUEST_FILE_ENCODING.because("");
            }
        }
        return count;
    }
}
