package io.shomei.request.bulk;

import io.shomei.certificate.Subscriber;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.SerialNumber;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckContext;
import io.shomei.request.RequestField;
import io.shomei.request.RowErrorCode;
import io.shomei.request.RowErrors;
import io.shomei.request.SubscriberUpdate;
import java.util.Map;

/** Checks the rows of files that change who is responsible for certificates. An empty column leaves what is registered. */
final class SubscriberRowCheck implements RowCheck {

    @Override
    public CheckedRow check(long line, RowCells row, CheckContext context) {
        RowErrors errors = new RowErrors();
        DistinguishedName subject = errors.subject(row.usable(RequestField.SUBJECT_DN));
        SerialNumber serial = errors.serial(row.usable(RequestField.SERIAL));
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
        if (serial == null) {
            return CheckedRow.of(line, row, errors.all(), null, Map.of(), null);
        }
        CertificateName name = new CertificateName(
                serial, subject == null ? null : subject.first(AttributeType.CN).orElse(null));
        return CheckedRow.of(
                line,
                row,
                errors.all(),
                new SubscriberUpdate(name, changes),
                Map.of(RowClaim.SERIAL, serial.hex()),
                name);
    }
}
