package io.shomei.kernel;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for: a position in the list's order, and the direction from there. The position is the sort key of
 * a row, so that a page costs the same wherever it stands in the list and rows that come and go shift nothing.
 *
 * @param limit rows, 1 to 1000
 * @param after sort key to start after, null for the first page
 * @param backwards whether the page before that key is wanted
 */
public record PageRequest(int limit, @Nullable String after, boolean backwards) {

    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int rows = limit == null ? 100 : limit;
        if (cursor == null) {
            return new PageRequest(rows, null, false);
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            char direction = text.isEmpty() ? '?' : text.charAt(0);
            if (direction == '>' || direction == '<') {
                return new PageRequest(rows, text.substring(1), direction == '<');
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below: a cursor is opaque, and a wrong one has one answer.
        }
        throw wrongCursor();
    }

    /**
     * The sort key to start after as a value of its type; a cursor that another list gave, or nobody, is refused.
     *
     * @param reading throws an unchecked exception where the text is no such value
     */
    public <T> T after(Function<String, T> reading) {
        try {
            return reading.apply(Objects.requireNonNull(after));
        } catch (RuntimeException notAKey) {
            throw wrongCursor();
        }
    }

    private static ProblemException wrongCursor() {
        return MALFORMED_REQUEST.with(List.of(new InputFault("cursor", "Cursor", "cursor")));
    }

    /**
     * Makes the page from rows that were read in the direction asked for, one more than the limit where there are more.
     *
     * @param key the sort key of a row, as text
     */
    public <T> Page<T> page(List<T> read, Function<T, String> key, Page.Total total) {
        boolean more = read.size() > limit;
        List<T> rows = more ? read.subList(0, limit) : read;
        List<T> items = backwards ? rows.reversed() : rows;
        if (items.isEmpty()) {
            return new Page<>(items, null, null, total);
        }
        boolean hasPrevious = backwards ? more : after != null;
        boolean hasNext = backwards || more;
        return new Page<>(
                items,
                hasNext ? cursor('>', key.apply(items.getLast())) : null,
                hasPrevious ? cursor('<', key.apply(items.getFirst())) : null,
                total);
    }

    private static String cursor(char direction, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((direction + key).getBytes(UTF_8));
    }
}
