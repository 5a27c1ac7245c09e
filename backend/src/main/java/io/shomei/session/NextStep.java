package io.shomei.session;

/** What can be done with a presented certificate, or in its place. */
enum NextStep {
    LOG_IN,
    /** By this certificate and the log-in password, in one request. */
    RENEW,
    /** After logging in with this certificate. */
    RENEW_IN_SESSION,
    /** A new one with an acquisition password. */
    ACQUIRE,
    /** Log in with an ID, and acquire one there. */
    ACQUIRE_IN_SESSION,
    /** Choose the newer one. */
    USE_NEWER,
    CHOOSE_ANOTHER,
    /** Delete it from the computer. */
    DELETE,
    ADMINISTRATOR,
    DESK
}
