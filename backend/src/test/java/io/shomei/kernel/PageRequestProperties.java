package io.shomei.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages go through a list without a gap or a repetition, forwards and backwards. */
class PageRequestProperties {

    @Property(tries = 200)
    void pagesForwardsMakeUpTheList(
            @ForAll @IntRange(max = 40) int rows, @ForAll @IntRange(min = 1, max = 12) int limit) {
        List<Integer> all = IntStream.range(0, rows).boxed().toList();
        List<Page<Integer>> pages = walk(all, limit);
        assertThat(pages.stream().flatMap(page -> page.items().stream())).containsExactlyElementsOf(all);
        assertThat(pages).allMatch(page -> page.items().size() <= limit);
        assertThat(pages.getFirst().previous()).isNull();
        assertThat(pages.getLast().next()).isNull();
    }

    @Property(tries = 200)
    void thePageBeforeIsThePageThatWasBefore(
            @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(min = 1, max = 12) int limit) {
        List<Integer> all = IntStream.range(0, rows).boxed().toList();
        List<Page<Integer>> pages = walk(all, limit);
        for (int i = pages.size() - 1; i > 0; i--) {
            Page<Integer> back = read(all, PageRequest.of(limit, pages.get(i).previous()));
            assertThat(back.items()).isEqualTo(pages.get(i - 1).items());
            assertThat(back.next()).isNotNull();
        }
    }

    @Property(tries = 500)
    void aCursorThatIsNoneIsRefusedOrHarmless(@ForAll String text) {
        try {
            PageRequest page = PageRequest.of(10, text);
            assertThat(page.after()).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.code()).isEqualTo(KernelProblem.MALFORMED_REQUEST);
        }
    }

    @Test
    void aHundredRowsUnlessToldOtherwise() {
        assertThat(PageRequest.of(null, null)).isEqualTo(new PageRequest(100, null, false));
        assertThatThrownBy(() -> PageRequest.of(1, "")).isInstanceOf(ProblemException.class);
        String noDirection = Base64.getUrlEncoder().encodeToString("x1".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PageRequest.of(1, noDirection)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        PageRequest page =
                PageRequest.of(1, Base64.getUrlEncoder().encodeToString(">12".getBytes(StandardCharsets.UTF_8)));
        Long key = page.after(Long::valueOf);
        assertThat(key).isEqualTo(12);
        assertThatThrownBy(() -> page.after(java.util.UUID::fromString))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(KernelProblem.MALFORMED_REQUEST));
    }

    @Test
    void countingStopsAtItsBound() {
        assertThat(Page.Total.counted(10_000)).isEqualTo(new Page.Total(10_000, true));
        assertThat(Page.Total.counted(10_001)).isEqualTo(new Page.Total(10_000, false));
    }

    private static List<Page<Integer>> walk(List<Integer> all, int limit) {
        List<Page<Integer>> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Integer> page = read(all, PageRequest.of(limit, cursor));
            pages.add(page);
            cursor = page.next();
        } while (cursor != null);
        return pages;
    }

    /** As a repository reads: one row more than asked for, in the direction asked for. */
    private static Page<Integer> read(List<Integer> all, PageRequest request) {
        String after = request.after();
        List<Integer> rows = (request.backwards() ? all.reversed() : all)
                .stream()
                        .filter(row -> after == null
                                || (request.backwards()
                                        ? row < Integer.parseInt(after)
                                        : row > Integer.parseInt(after)))
                        .limit(request.limit() + 1L)
                        .toList();
        return request.page(rows, String::valueOf, Page.Total.counted(all.size()));
    }
}
