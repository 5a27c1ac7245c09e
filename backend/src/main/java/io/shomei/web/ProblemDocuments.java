package io.shomei.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.api.Problem;
import io.shomei.api.ProblemError;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.Texts;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes problem documents (RFC 9457) of refusals: the only place that knows both. */
@Singleton
public class ProblemDocuments {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "/problems/";
    private static final Texts TITLES = Texts.load("io/shomei/web/problems");

    private final ObjectMapper json;

    ProblemDocuments(ObjectMapper json) {
        this.json = json;
    }

    Problem document(
            ProblemCode code, int status, String detail, List<InputFault> faults, Language language, String requestId) {
        return new Problem(
                TYPE + code.slug(),
                title(code, language),
                status,
                detail.isEmpty() ? null : detail,
                requestId,
                faults.isEmpty()
                        ? null
                        : faults.stream().map(ProblemDocuments::error).toList());
    }

    /** A document for whoever answers beside the frame. */
    public String json(ProblemCode code, Language language, String requestId) {
        try {
            return json.writeValueAsString(document(code, status(code.kind()), "", List.of(), language, requestId));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The one sentence of a refusal. */
    public static String title(ProblemCode code, Language language) {
        return TITLES.get(language, code.slug());
    }

    /** The one sentence of a refusal that was kept by its code. */
    public static String title(String slug, Language language) {
        return TITLES.find(language, slug).orElse(slug);
    }

    static String slug(Problem document) {
        return document.type().substring(TYPE.length());
    }

    public static int status(ProblemCode.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case INVALID -> 422;
            case LOCKED -> 423;
            case TOO_MANY -> 429;
            case INTERNAL -> 500;
            case UNAVAILABLE -> 503;
        };
    }

    private static ProblemError error(InputFault fault) {
        return new ProblemError(fault.pointer(), fault.column(), fault.code(), fault.message(), fault.cure());
    }
}
