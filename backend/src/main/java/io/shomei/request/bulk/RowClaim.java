package io.shomei.request.bulk;

import io.shomei.request.RequestField;
import io.shomei.request.RowErrorCode;

/** What only one row of a file may ask for. */
enum RowClaim {
    /** The name that a new certificate is for, in lower case. */
    NAME(RequestField.SUBJECT_DN, RowErrorCode.DUPLICATE_NAME),
    /** The name that a new S/MIME certificate is for, in lower case: a person may have one beside a client certificate. */
    MAIL_NAME(RequestField.SUBJECT_DN, RowErrorCode.DUPLICATE_NAME),
    /** The name of a key file, in lower case: some systems do not tell it from upper case. */
    FILE_NAME(RequestField.P12_FILE_NAME, RowErrorCode.DUPLICATE_FILE_NAME),
    /** SHA-256 of a key, in hexadecimal. */
    KEY(RequestField.CSR, RowErrorCode.DUPLICATE_KEY),
    /** The certificate that is renewed, revoked or changed: its serial number in hexadecimal. */
    SERIAL(RequestField.SERIAL, RowErrorCode.DUPLICATE_SERIAL);

    private final RequestField field;
    private final RowErrorCode duplicate;

    RowClaim(RequestField field, RowErrorCode duplicate) {
        this.field = field;
        this.duplicate = duplicate;
    }

    /** The field that states it. */
    RequestField field() {
        return field;
    }

    /** What a later row is told that asks for the same; its facts are the earlier line and the value. */
    RowErrorCode duplicate() {
        return duplicate;
    }
}
