package io.shomei.session;

import io.shomei.audit.AuditOperation;

/** What ended a session: each is another event of the history, and another sentence to whoever still uses it. */
enum SessionEnd {
    LOG_OUT(AuditOperation.SESSION_CLOSE, SessionProblem.SESSION_ENDED),
    SESSION_TIMEOUT(AuditOperation.SESSION_TIMEOUT, SessionProblem.SESSION_TIMED_OUT),
    /** Its certificate came to an end, or it was open for as long as a session may be. */
    SESSION_EXPIRE(AuditOperation.SESSION_EXPIRE, SessionProblem.SESSION_ENDED),
    SESSION_END_BY_REVOCATION(AuditOperation.SESSION_END_BY_REVOCATION, SessionProblem.SESSION_ENDED),
    /** What its account logs in with became another. */
    SESSION_END_BY_CHANGE(AuditOperation.SESSION_END_BY_CHANGE, SessionProblem.SESSION_ENDED),
    SESSION_DISPLACE(AuditOperation.SESSION_DISPLACE, SessionProblem.SESSION_DISPLACED),
    /** The account was closed, or its log-in went no further. */
    SESSION_REFUSE(AuditOperation.SESSION_REFUSE, SessionProblem.SESSION_ENDED);

    private final AuditOperation operation;
    private final SessionProblem problem;

    SessionEnd(AuditOperation operation, SessionProblem problem) {
        this.operation = operation;
        this.problem = problem;
    }

    AuditOperation operation() {
        return operation;
    }

    SessionProblem problem() {
        return problem;
    }
}
