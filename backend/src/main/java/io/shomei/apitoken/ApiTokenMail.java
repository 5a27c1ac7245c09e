package io.shomei.apitoken;

import io.shomei.notification.Notice;
import java.util.Map;

/** The mail that tells of a token's end before it comes. */
final class ApiTokenMail {
    private ApiTokenMail() {}

    static Notice ending(EndingToken token) {
        return new Notice(
                "api-token-ending",
                token.email(),
                null,
                Map.of(
                        "name", token.owner(),
                        "token", token.name(),
                        "expiresAt", token.expiresAt().toString()));
    }
}
