package io.shomei.request.bulk;

import io.shomei.certificate.Subscriber;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckContext;
import io.shomei.request.RequestField;
import io.shomei.request.RowErrorCode;
import io.shomei.request.RowErrors;
import io.shomei.request.SubscriberUpdate;

/** Checks the rows of files that change who is responsible for certificates. An empty column leaves what is registered. */
final class SubscriberRowCheck implements RowCheck {

    @Override
    public CheckedRow check(long line, RowCells row, CheckContext context) {
        RowErrors errors = new RowErrors();
        CertificateName certificate =
                errors.certificate(row.usable(RequestField.SUBJECT_DN), row.usable(RequestField.SERIAL));
        Subscriber changes = new Subscriber(
                row.usable(RequestField.SUBSCRIBER_NAME),
                row.usable(RequestField.SUBSCRIBER_UNIT),
                row.usable(RequestField.SUBSCRIBER_EMAIL),
                row.usable(RequestField.SOFTWARE));
        errors.checkCharacters(RequestField.SUBSCRIBER_NAME, changes.name());
        errors.checkCharacters(RequestField.SUBSCRIBER_UNIT, changes.unit());
        errors.checkMail(RequestField.SUBSCRIBER_EMAIL, changes.email());
        errors.checkCharacters(RequestField.SOFTWARE, changes.software());
        if (changes.equals(Subscriber.NONE) && row.errors().isEmpty()) {
            errors.add(RequestField.SUBSCRIBER_NAME, RowErrorCode.NOTHING_TO_CHANGE);
        }
        return CheckedRow.about(line, row, errors.all(), new SubscriberUpdate(changes), certificate);
    }
}
