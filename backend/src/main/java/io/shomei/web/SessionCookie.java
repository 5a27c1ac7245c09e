package io.shomei.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The cookie that holds a browser's session: only for this host, only over TLS, not for scripts, not from other sites. */
@ApplicationScoped
public class SessionCookie {
    static final String NAME = "__Host-shomei";

    private final RoutingContext context;

    SessionCookie(RoutingContext context) {
        this.context = context;
    }

    /** What a browser sent of it. */
    public static Optional<String> of(RoutingContext context) {
        Cookie sent = context.request().getCookie(NAME);
        return Optional.ofNullable(sent).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    public void set(String token) {
        context.response().addCookie(cookie(token));
    }

    /** Makes the browser forget the session. */
    public void clear() {
        context.response().addCookie(cookie("").setMaxAge(0));
    }

    private static Cookie cookie(String value) {
        return Cookie.cookie(NAME, value)
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT);
    }
}
