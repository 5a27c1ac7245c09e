package io.shomei.statistics;

/** What is counted. */
enum Measure {
    APPLIED,
    ISSUED,
    /** Certificates that took an older one's place, in the month of the newer one's issue. */
    RENEWED,
    REVOKED,
    /** Certificates that are not revoked, at the day on which they end. */
    ENDING,
    /** Of these, those that wait to be fetched. */
    WAITING
}
