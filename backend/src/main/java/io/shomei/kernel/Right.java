package io.shomei.kernel;

/** What an officer may work on. */
public enum Right {
    SERVER,
    CLIENT,
    CODE_SIGNING,
    LISTS
}
