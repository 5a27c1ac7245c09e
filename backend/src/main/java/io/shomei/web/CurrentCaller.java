package io.shomei.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The caller of the request in hand, for resources. */
@ApplicationScoped
public class CurrentCaller {
    /** Where the session puts the caller into the identity. */
    public static final String ATTRIBUTE = "shomei.caller";
    /** Where an API token puts what it may do; a session puts nothing. */
    public static final String SCOPES = "shomei.scopes";

    /** Where the session puts what is still due of the log-in: the refusal of everything else. */
    public static final String DUE = "shomei.due";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is asking; an operation that needs no session must not ask. */
    public Caller get() {
        return find().orElseThrow(() -> WebProblem.SESSION_REQUIRED.because(""));
    }

    /** Who is asking, if anybody has logged in. */
    Optional<Caller> find() {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /** What is still due of the log-in. */
    Optional<ProblemCode> due() {
        return Optional.ofNullable(identity.getAttribute(DUE));
    }
}
