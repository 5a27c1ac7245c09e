package io.shomei.web;

import io.quarkus.logging.Log;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Does not call it a failure when a browser goes to another page before a file has arrived: nobody has to act on it. */
@ApplicationScoped
class Departures {

    void install(@Observes Router router) {
        // Before the framework's own handler of failures, for which everything that it does not know is an error.
        router.route().order(Integer.MIN_VALUE + 2).failureHandler(Departures::handle);
    }

    private static void handle(RoutingContext context) {
        if (hasLeft(context)) {
            Log.debugf(context.failure(), "nobody waited for %s", context.normalizedPath());
        } else {
            context.next();
        }
    }

    /** A stream that is taken back is told of before the response is closed. */
    private static boolean hasLeft(RoutingContext context) {
        Throwable failure = context.failure();
        return failure instanceof StreamResetException
                || failure instanceof HttpClosedException
                || context.response().closed();
    }
}
