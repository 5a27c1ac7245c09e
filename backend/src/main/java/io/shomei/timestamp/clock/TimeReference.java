package io.shomei.timestamp.clock;

/** Another clock that ours is compared with. Asking it may take a second or two. */
interface TimeReference {
    /** For people, metrics and health: {@code database}, {@code kernel}, {@code ntp}. */
    String name();

    /**
     * Whether our clock counts as wrong unless this reference shows that it is right. One that is not required can only show
     * that it is wrong.
     */
    boolean isRequired();

    Offset measure() throws SilentReference;
}
