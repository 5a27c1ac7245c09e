package io.shomei.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers the addresses of the application's pages with the application, so that each can be reloaded and shared. */
@ApplicationScoped
class SinglePageApplication {

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE + 1).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        String path = context.normalizedPath();
        boolean page = context.request().method().equals(HttpMethod.GET)
                && !path.equals("/")
                && !path.startsWith("/api/")
                && !path.startsWith("/q/")
                && !path.startsWith("/pki/")
                && !path.startsWith("/ocsp")
                && !path.equals("/tsa")
                && !path.startsWith("/tsa/")
                && !path.startsWith("/auth/")
                && path.lastIndexOf('.') < path.lastIndexOf('/');
        if (page) {
            context.reroute("/");
        } else {
            context.next();
        }
    }
}
