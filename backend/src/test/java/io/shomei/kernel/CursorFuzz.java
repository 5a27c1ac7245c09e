package io.shomei.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.Base64;
import java.util.List;

/** The place in a list that an address names. */
public final class CursorFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes(cursor(">2027-04-01T00:00:00Z|01900000-0000-7000-8000-000000000000")),
                FuzzTarget.bytes(cursor("<01900000-0000-7000-8000-000000000000")),
                FuzzTarget.bytes(cursor("?")));
    }

    @Override
    public void take(byte[] input) {
        try {
            PageRequest page = PageRequest.of(100, FuzzTarget.text(input));
            assertThat(PageRequest.of(100, cursor((page.backwards() ? "<" : ">") + page.after())))
                    .isEqualTo(page);
            int position = page.after(Integer::valueOf);
            assertThat(String.valueOf(position)).isNotEmpty();
        } catch (ProblemException refusal) {
            assertThat(refusal.code()).isEqualTo(KernelProblem.MALFORMED_REQUEST);
        }
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(FuzzTarget.bytes(place));
    }
}
