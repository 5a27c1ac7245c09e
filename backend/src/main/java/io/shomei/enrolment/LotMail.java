package io.shomei.enrolment;

import io.shomei.kernel.CertificateId;
import io.shomei.notification.Notice;
import io.shomei.notification.UnstoredFacts;
import io.shomei.profile.Delivery;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mails about a lot: where its access PINs are fetched, and where its key files. Which of the two a URL opens is in its token, so
 * whoever has the one cannot make the other.
 */
final class LotMail {
    private static final String PINS = "access-pins-ready";
    private static final String ARCHIVE = "client-certificates-ready";

    private LotMail() {}

    /** Those that lead to what nobody fetched yet. */
    static Stream<Notice> waiting(EnrolmentLot lot, long count) {
        return Stream.concat(
                lot.pins().at() == null ? pins(lot, count).stream() : Stream.empty(),
                lot.archive().at() == null ? archive(lot, count).stream() : Stream.empty());
    }

    /** To whoever hands the PINs over: the administrator, or for an archive, which the administrator gets, the officer. */
    private static Optional<Notice> pins(EnrolmentLot lot, long count) {
        boolean archive = lot.delivery() == Delivery.P12_BULK;
        EnrolmentLot.Person recipient = archive ? lot.officer() : lot.administrator();
        return Optional.ofNullable(recipient.email())
                .map(email -> new Notice(
                        PINS,
                        email,
                        lot.id(),
                        Map.of(
                                "name", recipient.name(),
                                "count", String.valueOf(count),
                                "administrator", archive ? lot.administrator().name() : "",
                                "deadline", lot.deadline().toString())));
    }

    /** To the administrator: the key files of all holders; nobody gets one where each holder collects the own. */
    private static Optional<Notice> archive(EnrolmentLot lot, long count) {
        return Optional.ofNullable(
                        lot.delivery() == Delivery.P12_BULK
                                ? lot.administrator().email()
                                : null)
                .map(email -> new Notice(
                        ARCHIVE,
                        email,
                        lot.id(),
                        Map.of(
                                "name", lot.administrator().name(),
                                "count", String.valueOf(count),
                                "officer", lot.officer().name(),
                                "deadline", lot.deadline().toString())));
    }

    /** The URL of the PINs. */
    @ApplicationScoped
    static class PinsUrl implements UnstoredFacts {
        private final EnrolmentToken tokens;
        private final Entrances entrances;

        PinsUrl(EnrolmentToken tokens, Entrances entrances) {
            this.tokens = tokens;
            this.entrances = entrances;
        }

        @Override
        public boolean belongsTo(String kind) {
            return kind.equals(PINS);
        }

        @Override
        public Map<String, String> of(@Nullable CertificateId lot, Map<String, String> stored) {
            return Map.of("url", entrances.portalUrl() + "/lots/" + tokens.ofPins(Objects.requireNonNull(lot)));
        }
    }

    /** The URL of the key files. */
    @ApplicationScoped
    static class ArchiveUrl implements UnstoredFacts {
        private final EnrolmentToken tokens;
        private final Entrances entrances;

        ArchiveUrl(EnrolmentToken tokens, Entrances entrances) {
            this.tokens = tokens;
            this.entrances = entrances;
        }

        @Override
        public boolean belongsTo(String kind) {
            return kind.equals(ARCHIVE);
        }

        @Override
        public Map<String, String> of(@Nullable CertificateId lot, Map<String, String> stored) {
            return Map.of("url", entrances.portalUrl() + "/lots/" + tokens.ofArchive(Objects.requireNonNull(lot)));
        }
    }
}
