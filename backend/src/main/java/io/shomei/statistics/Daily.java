package io.shomei.statistics;

/** What is counted of other things than certificates. */
enum Daily {
    FAILED_LOG_IN,
    /** Mails that could not be delivered, at the day on which they were written. */
    UNDELIVERED
}
