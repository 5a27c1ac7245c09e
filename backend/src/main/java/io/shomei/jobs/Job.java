package io.shomei.jobs;

/**
 * Work that is started once for a thing, and must end: after a crash or a failure it runs again, so it continues from what
 * it finds done.
 */
public interface Job {
    /** Stable name; stored with what is waiting. */
    String name();

    /**
     * @param instance which thing the work is for
     */
    void run(String instance);
}
