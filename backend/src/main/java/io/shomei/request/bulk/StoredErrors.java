package io.shomei.request.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import java.util.List;
import java.util.Map;

/** Errors of a row as they are stored: codes and facts, so that each reader gets the sentence in the own language. */
final class StoredErrors {
    private static final TypeReference<List<Stored>> ERRORS = new TypeReference<>() {};

    private StoredErrors() {}

    /**
     * @param number the code people know, to search by
     */
    private record Stored(RequestField field, RowErrorCode code, String number, List<String> args) {}

    static String write(ObjectMapper json, List<RowError> errors) {
        return text(
                json,
                errors.stream()
                        .map(error -> new Stored(
                                error.field(), error.code(), error.code().number(), error.args()))
                        .toList());
    }

    static List<RowError> read(ObjectMapper json, String stored) {
        try {
            return json.readValue(stored, ERRORS).stream()
                    .map(error -> new RowError(error.field(), error.code(), error.args()))
                    .toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stored errors contain that have an error of this number. */
    static String havingNumber(ObjectMapper json, String number) {
        return text(json, List.of(Map.of("number", number)));
    }

    private static String text(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
