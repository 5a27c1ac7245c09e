package io.shomei.session;

/** How far a log-in has come. What is due comes in this order, and only what is due; nothing but the session itself can be used before. */
enum SessionState {
    /** The certificate, the password or both were right; a one-time password is asked for besides. */
    OTP_REQUIRED,
    /** Everything is proven, but an older session of the account is still there, and there may be one. */
    RESIDUAL_SESSION,
    /** Everything is proven, but the password is a first one, was reset, or is too old. */
    PASSWORD_CHANGE_REQUIRED,
    ACTIVE;

    /** How every operation is refused that has to wait for this. */
    SessionProblem problem() {
        return switch (this) {
            case OTP_REQUIRED -> SessionProblem.OTP_REQUIRED;
            case RESIDUAL_SESSION -> SessionProblem.RESIDUAL_SESSION;
            case PASSWORD_CHANGE_REQUIRED -> SessionProblem.PASSWORD_CHANGE_REQUIRED;
            case ACTIVE -> throw new IllegalStateException("nothing is due");
        };
    }
}
