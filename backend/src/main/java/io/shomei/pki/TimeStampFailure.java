package io.shomei.pki;

/** Why a time stamp is refused: PKIFailureInfo, as far as RFC 3161 2.4.2 uses it. */
public enum TimeStampFailure {
    BAD_ALG("badAlg", 0),
    BAD_REQUEST("badRequest", 2),
    BAD_DATA_FORMAT("badDataFormat", 5),
    TIME_NOT_AVAILABLE("timeNotAvailable", 14),
    UNACCEPTED_POLICY("unacceptedPolicy", 15),
    UNACCEPTED_EXTENSION("unacceptedExtension", 16),
    ADD_INFO_NOT_AVAILABLE("addInfoNotAvailable", 17),
    SYSTEM_FAILURE("systemFailure", 25);

    private final String standardName;
    private final int bit;

    TimeStampFailure(String standardName, int bit) {
        this.standardName = standardName;
        this.bit = bit;
    }

    /** The name in the standard: {@code badAlg}. */
    public String standardName() {
        return standardName;
    }

    int bit() {
        return bit;
    }

    /** The refusal with a sentence for whoever asked. */
    public TimeStampRefusal because(String sentence, Object... facts) {
        return new TimeStampRefusal(this, facts.length == 0 ? sentence : sentence.formatted(facts));
    }
}
