package io.shomei.submission;

import io.shomei.kernel.CertificateId;
import io.shomei.notification.UnstoredFacts;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a link leads. In a mail that brings it, it is put in while the mail is made. */
@ApplicationScoped
class SubmissionUrl implements UnstoredFacts {
    /** What a mail says of the link instead of its URL. */
    static final String LINK = "submissionLink";

    private final SubmissionToken tokens;
    private final Entrances entrances;

    SubmissionUrl(SubmissionToken tokens, Entrances entrances) {
        this.tokens = tokens;
        this.entrances = entrances;
    }

    String of(UUID link) {
        return entrances.portalUrl() + "/submit/" + tokens.of(link);
    }

    /** What the database keeps of it. */
    byte[] digest(UUID link) {
        return SubmissionToken.digest(tokens.of(link));
    }

    @Override
    public boolean belongsTo(String kind) {
        return kind.equals(SubmissionLinks.RENEWAL_MAIL);
    }

    @Override
    public Map<String, String> of(@Nullable CertificateId certificate, Map<String, String> stored) {
        String link = stored.get(LINK);
        return link == null ? Map.of() : Map.of("url", of(UUID.fromString(link)));
    }
}
