package io.shomei.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in which a feature refuses. Each feature has one enum of these; the constant's name, in kebab case, is the last part
 * of the problem document's type (RFC 9457). Titles and advice in both languages stand in {@code problems_{ja,en}.properties}.
 */
public interface ProblemCode {

    /** The enum constant's own name. */
    String name();

    /** What sort of refusal this is; the HTTP edge chooses the status from it. */
    Kind kind();

    /** When trying again makes sense, where that is known. */
    default Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The last part of the problem's type, such as {@code already-revoked}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal as an exception, with the facts that complete its sentence. The facts never hold a secret. */
    default ProblemException because(String detail, Object... facts) {
        return new ProblemException(this, facts.length == 0 ? detail : detail.formatted(facts), List.of());
    }

    /** The refusal together with every fault of the input that was found. */
    default ProblemException with(List<InputFault> faults) {
        return new ProblemException(this, "", faults);
    }

    /** Sorts of refusal. The domain knows these; only the HTTP edge knows status codes. */
    enum Kind {
        MALFORMED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        GONE,
        /** It was changed since the caller read it. */
        STALE,
        TOO_LARGE,
        UNSUPPORTED,
        INVALID,
        LOCKED,
        TOO_MANY,
        UNAVAILABLE,
        INTERNAL
    }
}
