package io.shomei.audit;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import java.util.Locale;

/** What can happen. The name in the history is {@code feature.verb}; titles stand in {@code operations_{ja,en}.properties}. */
public enum AuditOperation {
    SESSION_OPEN,
    SESSION_CLOSE,
    SESSION_TIMEOUT,
    SESSION_EXPIRE,
    SESSION_END_BY_REVOCATION,
    SESSION_END_BY_CHANGE,
    SESSION_DISPLACE,
    SESSION_REFUSE,
    SESSION_OTP,
    REQUESTFILE_UPLOAD,
    REQUESTFILE_SUBMIT,
    REQUESTFILE_DISCARD,
    REQUESTFILE_START,
    REQUESTFILE_RESUME,
    REQUESTFILE_FINISH,
    REQUESTFILE_ROW_REFUSE,
    CERTIFICATE_ISSUE,
    CERTIFICATE_RENEW,
    CERTIFICATE_ABANDON,
    CERTIFICATE_REVOKE,
    CERTIFICATE_COLLECT,
    CERTIFICATE_RENEW_BEGIN,
    CERTIFICATE_DOWNLOAD,
    CERTIFICATE_EXPORT,
    CERTIFICATE_INVITE,
    CERTIFICATE_MUTE,
    CERTIFICATE_UNMUTE,
    RENEWAL_FILE,
    RENEWAL_ASK,
    BULKREVOCATION_CHECK,
    BULKREVOCATION_SUBMIT,
    BULKREVOCATION_START,
    BULKREVOCATION_RESUME,
    BULKREVOCATION_FINISH,
    KEYCOMPROMISE_OPEN,
    KEYCOMPROMISE_PROVE,
    KEYCOMPROMISE_SUBMIT,
    KEY_BLOCK,
    CRL_PUBLISH,
    TIMESTAMP_SUSPEND,
    TIMESTAMP_RESUME,
    NOTICE_FAIL,
    NOTICE_RETRY,
    NOTICE_LANGUAGE,
    WEBHOOK_REGISTER,
    WEBHOOK_CHANGE,
    WEBHOOK_REMOVE,
    WEBHOOK_PAUSE,
    WEBHOOK_RESUME,
    WEBHOOK_REPLAY,
    AUTHORITY_CREATE,
    AUTHORITY_REQUEST,
    AUTHORITY_CERTIFY,
    AUTHORITY_DISCARD,
    AUTHORITY_TRUST,
    AUTHORITY_RETIRE,
    AUTHORITY_COMPROMISE,
    AUTHORITY_SPREAD,
    PROFILE_CHANGE,
    TENANT_REGISTER,
    TENANT_CHANGE,
    TENANT_SUSPEND,
    TENANT_RESUME,
    TENANT_END,
    REVIEW_START,
    REVIEW_APPROVE,
    REVIEW_REFUSE,
    INSTITUTIONFILE_CARRY_OUT,
    DOMAIN_ADD,
    DOMAIN_CHANGE,
    DOMAIN_REMOVE,
    POLICY_CHANGE,
    IPALLOWLIST_CHANGE,
    IPALLOWLIST_TRY,
    IPALLOWLIST_CONFIRM,
    IPALLOWLIST_LAPSE,
    IPALLOWLIST_REFUSE,
    APITOKEN_CREATE,
    APITOKEN_REVOKE,
    ACCOUNT_REGISTER,
    ACCOUNT_CHANGE,
    ACCOUNT_SUSPEND,
    ACCOUNT_RESUME,
    ACCOUNT_WITHDRAW,
    ACCOUNT_INITIALISE,
    SECRET_CHANGE,
    SECRET_ISSUE,
    SECRET_END,
    SECRET_LOCK,
    SECRET_UNLOCK,
    DESK_ACT,
    DESK_PROPOSE,
    DESK_APPROVE,
    DESK_REFUSE,
    DESK_PRINT,
    AUDIT_EXPORT,
    AUDIT_EXPIRE,
    ACCESS_REFUSE;

    private static final Texts TITLES = Texts.load("io/shomei/audit/operations");

    /** The stable name, such as {@code session.open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
    }

    public String title(Language language) {
        return TITLES.get(language, code());
    }

    /** The title of an operation that was stored by its code. */
    public static String title(String code, Language language) {
        return TITLES.get(language, code);
    }
}
