package io.shomei.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The cookie that holds a browser's session: only for this host, only over TLS, not for scripts, not from other sites. */
@ApplicationScoped
public class SessionCookie {
    static final String NAME = "__Host-shomei";

    private final RoutingContext context;

    SessionCookie(RoutingContext context) {
        this.context = context;
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
