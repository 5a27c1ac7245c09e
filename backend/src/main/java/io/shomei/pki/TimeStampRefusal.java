package io.shomei.pki;

/** A time stamp that is not given, for a reason the protocol has a name for. Foreign input causes it, so it is checked. */
public final class TimeStampRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final TimeStampFailure failure;
    private final String sentence;

    TimeStampRefusal(TimeStampFailure failure, String sentence) {
        // Hostile input may cause it often: no stack trace is filled in.
        super(sentence, null, false, false);
        this.failure = failure;
        this.sentence = sentence;
    }

    public TimeStampFailure failure() {
        return failure;
    }

    /** Told to whoever asked: never a secret. */
    public String sentence() {
        return sentence;
    }
}
