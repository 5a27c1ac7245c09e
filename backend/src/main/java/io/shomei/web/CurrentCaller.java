package io.shomei.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

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
        return attribute(ATTRIBUTE);
    }

    /** What is still due of the log-in. */
    Optional<ProblemCode> due() {
        return attribute(DUE);
    }

    /** What an API token may do; empty for a session, and for nobody. */
    Optional<Set<String>> scopes() {
        return attribute(SCOPES);
    }

    /**
     * Whoever comes with a session or token that is over is nobody. Where somebody is needed they were refused before; what is everybody's,
     * such as the next log-in, is theirs, too.
     */
    private <T> Optional<T> attribute(String name) {
        try {
            return Optional.ofNullable(identity.getAttribute(name));
        } catch (AuthenticationFailedException over) {
            return Optional.empty();
        }
    }
}
