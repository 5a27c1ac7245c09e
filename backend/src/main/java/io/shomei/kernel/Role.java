package io.shomei.kernel;

/** What an account is, and so which menus and operations it has. */
public enum Role {
    /** Staff of the organisation that runs the platform. */
    OPERATOR,
    /** Registration officer of a tenant. */
    OFFICER,
    /** A tenant's administrator. */
    ADMINISTRATOR,
    /** A tenant's end user with an account. */
    USER;

    /** Names for annotations, which take constants only. */
    public static final String IS_OPERATOR = "OPERATOR";

    public static final String IS_OFFICER = "OFFICER";
    public static final String IS_ADMINISTRATOR = "ADMINISTRATOR";
    public static final String IS_USER = "USER";

    /** In the place of a role while something of the log-in is still due: none of the account's operations is open to it. */
    public static final String IS_LOGGING_IN = "LOGGING_IN";
}
