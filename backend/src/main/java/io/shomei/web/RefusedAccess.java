package io.shomei.web;

import io.shomei.kernel.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is written down that somebody who is logged in was refused. */
public interface RefusedAccess {
    /** Waits for the database. */
    void note(Caller caller, Refusal refusal);

    /**
     * What was refused. What was sent is none of it: people type secrets into any field.
     *
     * @param operation its name in the contract
     * @param request method and path, as the contract has it: without what stood in its variables, which may be a token
     * @param problem last part of the problem's type
     * @param permitted whether the caller may do so at all
     * @param target what it was about, where the path names a thing by its id
     */
    record Refusal(
            String operation,
            String request,
            String problem,
            boolean permitted,
            @Nullable UUID target) {}
}
