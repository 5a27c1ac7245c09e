package io.shomei.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.policy.Policy;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a tenant stands with its yearly review. */
class ReviewTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Period YEAR = Period.parse("P13M1D");
    private static final Policy.Review POLICY = new Policy.Review(YEAR, Period.ofMonths(10), Period.ofDays(30));
    private static final Instant APPROVED = Instant.parse("2024-05-01T03:00:00Z");

    @Test
    void deadlinesAreThoseThatTheServiceHasAlwaysGiven() {
        assertThat(deadline("2024-05-01")).isEqualTo("2025-06-02T14:59:59Z");
        assertThat(deadline("2024-06-01")).isEqualTo("2025-07-02T14:59:59Z");
        assertThat(deadline("2024-11-20")).isEqualTo("2025-12-21T14:59:59Z");
    }

    @Test
    void theNextOneIsDueTenMonthsAfterTheApprovalAndOverdueAtItsDeadline() {
        assertThat(state("2024-05-02T00:00:00Z", null)).isEqualTo(Review.State.APPROVED);
        assertThat(state("2025-03-01T02:59:59Z", null)).isEqualTo(Review.State.APPROVED);
        assertThat(state("2025-03-01T03:00:00Z", null)).isEqualTo(Review.State.DUE);
        assertThat(state("2025-06-02T14:59:59Z", null)).isEqualTo(Review.State.DUE);
        assertThat(state("2025-06-02T15:00:00Z", null)).isEqualTo(Review.State.OVERDUE);
        assertThat(state("2025-06-02T15:00:00Z", new Review.UnderWay("1", APPROVED, "Desk", APPROVED)))
                .isEqualTo(Review.State.UNDER_WAY);
    }

    @Test
    void aTenantThatNobodyReviewedSaysSo() {
        Review review = Review.of(POLICY, YEAR, null, null, TOKYO, APPROVED);
        assertThat(review).isEqualTo(new Review(Review.State.NEVER, null, null, null, null));
    }

    private static Instant deadline(String day) {
        return Review.deadline(YEAR, Instant.parse(day + "T03:00:00Z"), TOKYO);
    }

    private static Review.State state(String now, Review.@Nullable UnderWay underWay) {
        return Review.of(POLICY, YEAR, APPROVED, underWay, TOKYO, Instant.parse(now))
                .state();
    }
}
