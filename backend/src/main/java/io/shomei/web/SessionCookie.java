package io.shomei.web;

import jakarta.ws.rs.core.NewCookie;

/** The cookie that holds a browser's session: only for this host, only over TLS, not for scripts, not from other sites. */
public final class SessionCookie {
    public static final String NAME = "__Host-shomei";

    private SessionCookie() {}

    public static NewCookie of(String token) {
        return builder().value(token).build();
    }

    /** Makes the browser forget the session. */
    public static NewCookie cleared() {
        return builder().value("").maxAge(0).build();
    }

    private static NewCookie.Builder builder() {
        return new NewCookie.Builder(NAME)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
