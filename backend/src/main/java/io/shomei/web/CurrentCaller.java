package io.shomei.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.shomei.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller of the request in hand, for resources. */
@ApplicationScoped
public class CurrentCaller {
    /** Where the session puts the caller into the identity. */
    public static final String ATTRIBUTE = "shomei.caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is asking; an operation that needs no session must not ask. */
    public Caller get() {
        return find().orElseThrow(() -> WebProblem.SESSION_REQUIRED.because(""));
    }

    /** Who is asking, where anybody is logged in. */
    public Optional<Caller> find() {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }
}
