package io.shomei.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Says which version of something an answer shows (RFC 9110 8.8.3), and reads from which version a change was made. */
@ApplicationScoped
public class EntityTags {
    private final RoutingContext context;

    EntityTags(RoutingContext context) {
        this.context = context;
    }

    /** Names the version in the answer. */
    public void show(int version) {
        context.response().putHeader("ETag", "\"" + version + "\"");
    }

    /** The version that an {@code If-Match} header names; the contract says what it looks like. */
    public static int version(String ifMatch) {
        return Integer.parseInt(ifMatch.substring(1, ifMatch.length() - 1));
    }
}
