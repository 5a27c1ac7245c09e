package io.shomei.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a change that another site's page could have sent with our cookie: it must carry a header that such a page
 * cannot set. A request with its own bearer token carries no cookie's authority and needs none.
 */
@Singleton
class CrossSiteFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null
                || request.getHeaderString("X-Requested-With") != null) {
            return;
        }
        if (request.getCookies().containsKey(SessionCookie.NAME)) {
            throw WebProblem.CSRF_HEADER_MISSING.because("");
        }
    }
}
