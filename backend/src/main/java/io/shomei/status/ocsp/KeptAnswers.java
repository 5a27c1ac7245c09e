package io.shomei.status.ocsp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shomei.pki.CertId;
import io.shomei.pki.OcspStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Signed answers for the next who asks the same. An answer is given again only where the register has just said what it says; one
 * that the register no longer bears out is dropped.
 */
@ApplicationScoped
class KeptAnswers {
    /** Another answer that could not be signed is tried again after this. */
    private static final Duration TRIED_AGAIN = Duration.ofMinutes(1);

    private final Cache<CertId, Kept> answers;

    KeptAnswers(OcspConfig config) {
        this.answers = Caffeine.newBuilder().maximumSize(config.keptAnswers()).build();
    }

    /** An answer with the status it tells. */
    static final class Kept {
        private final OcspStatus status;
        private final OcspAnswer answer;
        private final Instant madeAt;
        private final Instant usableUntil;
        private final AtomicReference<Instant> renewAt;

        /** An answer may have a shorter life than usual: it ends with the certificate of its signer. */
        private Kept(OcspFacts facts, OcspAnswer answer, Instant end) {
            Duration usable = usable(Duration.between(facts.at(), end));
            this.status = facts.first().status();
            this.answer = answer;
            this.madeAt = facts.at();
            this.usableUntil = facts.at().plus(usable);
            this.renewAt = new AtomicReference<>(facts.at().plus(usable.dividedBy(2)));
        }

        OcspAnswer answer() {
            return answer;
        }

        /** Whether it is time for another one; says so once, and once more after a while, should that have failed. */
        boolean isToBeRenewed(Instant now) {
            Instant due = renewAt.get();
            return !now.isBefore(due) && renewAt.compareAndSet(due, now.plus(TRIED_AGAIN));
        }

        /** An answer of a later time was made before a clock was put back: nobody would believe it yet. */
        private boolean isRightFor(OcspFacts facts) {
            return status.equals(facts.first().status())
                    && !facts.at().isBefore(madeAt)
                    && facts.at().isBefore(usableUntil);
        }
    }

    /** What was answered to the same question, where it is true still and new enough. */
    Optional<Kept> find(OcspFacts facts) {
        if (!facts.isLasting()) {
            return Optional.empty();
        }
        CertId certificate = facts.first().certificate();
        Kept kept = answers.getIfPresent(certificate);
        if (kept == null || kept.isRightFor(facts)) {
            return Optional.ofNullable(kept);
        }
        answers.asMap().remove(certificate, kept);
        return Optional.empty();
    }

    void keep(OcspFacts facts, OcspAnswer answer) {
        answer.lasting()
                .ifPresent(lasting -> answers.put(facts.first().certificate(), new Kept(facts, answer, lasting.end())));
    }

    /**
     * BR 4.9.10: below sixteen hours, another answer is there after half of the time; from there on, eight hours before the end
     * and four days after the beginning at the latest.
     */
    static Duration usable(Duration lifetime) {
        if (lifetime.compareTo(Duration.ofHours(16)) < 0) {
            return lifetime.dividedBy(2);
        }
        Duration untilLastHours = lifetime.minusHours(8);
        Duration fourDays = Duration.ofDays(4);
        return untilLastHours.compareTo(fourDays) < 0 ? untilLastHours : fourDays;
    }
}
