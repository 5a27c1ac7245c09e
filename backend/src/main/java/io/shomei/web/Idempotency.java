package io.shomei.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.Caller;
import io.shomei.pki.Digests;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request that creates something safe to send twice: with the same {@code Idempotency-Key} and the same content
 * the first answer is given again; with other content it is refused.
 */
@ApplicationScoped
public class Idempotency {
    private final IdempotentAnswerRepository answers;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final WebConfig config;

    Idempotency(IdempotentAnswerRepository answers, ObjectMapper json, InstantSource clock, WebConfig config) {
        this.answers = answers;
        this.json = json;
        this.clock = clock;
        this.config = config;
    }

    /** As below, for somebody with an account. */
    public <T> T once(
            Caller caller, @Nullable String key, String operation, String content, Class<T> type, Supplier<T> work) {
        return once(caller.account().value(), key, operation, content, type, work);
    }

    /**
     * @param sender whose key it is: an account, or what somebody without one comes with
     * @param content what was sent, without what whoever sent it proves themself with; only its digest is kept
     * @param work carried out once; what it throws releases the key
     */
    public <T> T once(
            UUID sender, @Nullable String key, String operation, String content, Class<T> type, Supplier<T> work) {
        if (key == null) {
            return work.get();
        }
        String fingerprint = HexFormat.of().formatHex(Digests.sha256(content.getBytes(StandardCharsets.UTF_8)));
        IdempotentAnswerRepository.Claim claim = QuarkusTransaction.requiringNew()
                .call(() -> answers.claim(
                        sender,
                        key,
                        operation,
                        fingerprint,
                        clock.instant(),
                        clock.instant().minus(config.idempotencyLifetime())));
        return switch (claim) {
            case IdempotentAnswerRepository.Claim.New() -> first(sender, key, work);
            case IdempotentAnswerRepository.Claim.Other() -> throw WebProblem.IDEMPOTENCY_KEY_REUSED.because("");
            case IdempotentAnswerRepository.Claim.Running() -> throw WebProblem.IDEMPOTENCY_KEY_IN_USE.because("");
            case IdempotentAnswerRepository.Claim.Answered(String answer) -> read(answer, type);
        };
    }

    private <T> T first(UUID sender, String key, Supplier<T> work) {
        try {
            T answer = work.get();
            String written = write(answer);
            QuarkusTransaction.requiringNew().run(() -> answers.answer(sender, key, written));
            return answer;
        } catch (RuntimeException | Error failure) {
            QuarkusTransaction.requiringNew().run(() -> answers.release(sender, key));
            throw failure;
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
