package io.shomei.web;

import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemCode;

/** Where it is written down that somebody who is logged in asked for what they may not do. */
public interface RefusedAccess {
    /**
     * Waits for the database.
     *
     * @param request method and path
     */
    void note(Caller caller, String request, ProblemCode refusal);
}
