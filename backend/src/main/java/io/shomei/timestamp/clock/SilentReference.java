package io.shomei.timestamp.clock;

/** A reference that could not be asked, or whose answer is worth nothing. It happens, so it is checked. */
final class SilentReference extends Exception {
    private static final long serialVersionUID = 1L;

    SilentReference(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
