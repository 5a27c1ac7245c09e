package io.shomei.kernel;

import java.util.List;

/** A refusal a caller can act on. Anything else that is thrown is a bug or an outage. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<InputFault> faults;
    private boolean inHistory;

    ProblemException(ProblemCode code, String detail, List<InputFault> faults) {
        // Refusals are ordinary answers: no stack trace is filled in.
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    /** Tells that whoever refuses has written it into the history, in the words of the feature; nobody writes it once more. */
    public ProblemException inHistory() {
        inHistory = true;
        return this;
    }

    public boolean isInHistory() {
        return inHistory;
    }

    public ProblemCode code() {
        return code;
    }

    /** Facts that complete the problem's title; may be empty. Never a secret. */
    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public List<InputFault> faults() {
        return faults;
    }
}
