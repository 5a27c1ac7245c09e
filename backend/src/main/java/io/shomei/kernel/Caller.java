package io.shomei.kernel;

import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;
import static io.shomei.kernel.KernelProblem.SAME_PERSON;

import java.util.Set;
import java.util.UUID;

/**
 * Who is asking: the account of a session or of an API token, where the request came from and the request's id.
 *
 * @param session the session, or the API token, the request belongs to
 * @param address source address as text
 * @param requestId id of the HTTP request, quoted in problems, logs and the audit
 */
public record Caller(
        AccountId account,
        TenantId tenant,
        Role role,
        Set<Right> rights,
        String name,
        UUID session,
        String address,
        String requestId) {

    /** Refuses where four eyes are wanted and these are the same two. */
    public void requireOtherThan(AccountId first) {
        if (account.equals(first)) {
            throw SAME_PERSON.because("");
        }
    }

    /** Refuses when the account lacks a right. Operations of other roles are refused before. */
    public void require(Right right) {
        if (!rights.contains(right)) {
            throw NOT_PERMITTED.because("%s", right);
        }
    }
}
