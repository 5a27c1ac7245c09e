package io.shomei.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One parser of foreign bytes, and what holds of it whatever the bytes are. */
public interface FuzzTarget {
    /** Inputs that are good, or nearly: from them the search starts. */
    List<byte[]> seeds() throws Exception;

    /**
     * Has the parser read the input and looks at what came of it.
     *
     * @throws AssertionError where something does not hold; any other exception is one that the parser must not throw
     */
    void take(byte[] input) throws Exception;

    /**
     * The input as text. What is not UTF-8 becomes one character for each pair of bytes, so that text that no decoder gives, such
     * as half a surrogate pair, is tried as well.
     */
    static String text(byte[] input) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(input))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            StringBuilder text = new StringBuilder(input.length / 2);
            for (int at = 0; at + 1 < input.length; at += 2) {
                text.append((char) ((input[at] & 0xFF) << 8 | (input[at + 1] & 0xFF)));
            }
            return text.toString();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
