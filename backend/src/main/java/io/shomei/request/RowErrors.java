package io.shomei.request;

import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnSyntaxException;
import io.shomei.pki.MailAddress;
import io.shomei.pki.SerialNumber;
import io.shomei.text.JisCharacters;
import io.shomei.text.PlainCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an application, with the checks that applications of every kind share. Null is not looked at. */
public final class RowErrors {
    private final List<RowError> found = new ArrayList<>(4);

    public void add(RequestField field, RowErrorCode code, Object... facts) {
        found.add(RowError.of(field, code, facts));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<RowError> all() {
        return List.copyOf(found);
    }

    /** The profile of this ID, where the tenant may use it. */
    public @Nullable PermittedProfile profile(@Nullable String id, CheckContext context) {
        PermittedProfile profile = id == null ? null : context.profiles().get(id);
        if (id != null && profile == null) {
            String usable = context.profiles().keySet().stream().sorted().collect(Collectors.joining(", "));
            add(RequestField.PROFILE, RowErrorCode.PROFILE_NOT_PERMITTED, id, usable);
        }
        return profile;
    }

    /** What a DN as text says. */
    public @Nullable DistinguishedName subject(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return DistinguishedName.parse(text);
        } catch (DnSyntaxException e) {
            String rest = text.substring(Math.min(e.position(), text.length()));
            add(RequestField.SUBJECT_DN, code(e.reason()), e.position() + 1, rest);
            return null;
        }
    }

    /** O, L, ST and C are those of the tenant. */
    public void checkRegistered(RequestField field, DistinguishedName subject, RegisteredSubject registered) {
        for (Attribute attribute : subject.attributes()) {
            String value = registered.value(attribute.type());
            if (value != null && !value.equals(attribute.value())) {
                add(field, RowErrorCode.NOT_REGISTERED_VALUE, attribute.type().label(), attribute.value(), value);
            }
        }
    }

    /** What names no domain is issued as long as any domain of the tenant permits it: the deadlines are those of the institution's review. */
    void checkAnyDeadline(CheckContext context) {
        context.lastToLapse()
                .ifPresent(domain -> add(
                        RequestField.SUBJECT_DN,
                        RowErrorCode.DEADLINE_PASSED,
                        domain.name(),
                        domain.issuingDeadline()));
    }

    /** Every certificate program shows the name. */
    public void checkPlain(AttributeType type, @Nullable String value, PlainCharacters characters) {
        int outside = value == null ? -1 : characters.firstOutside(value);
        if (outside >= 0) {
            add(RequestField.SUBJECT_DN, RowErrorCode.DN_CHARACTER, type.label(), Character.toString(outside));
        }
    }

    /** A serial number as people type it. */
    public @Nullable SerialNumber serial(@Nullable String text) {
        SerialNumber serial = text == null ? null : SerialNumber.parse(text).orElse(null);
        if (text != null && serial == null) {
            add(RequestField.SERIAL, RowErrorCode.SERIAL_FORMAT, text);
        }
        return serial;
    }

    /** How a DN and a serial number name a certificate that is there already; null where the number is not one. */
    public @Nullable CertificateName certificate(@Nullable String subject, @Nullable String serial) {
        DistinguishedName read = subject(subject);
        SerialNumber number = serial(serial);
        return number == null ? null : new CertificateName(number, read == null ? null : new NamedSubject.Whole(read));
    }

    /** Every system can show the text. */
    public void checkCharacters(RequestField field, @Nullable String text) {
        checkCharacters(field, text, RowErrorCode.CHARACTER);
    }

    /** As above, told by a code of the field's own. */
    public void checkCharacters(RequestField field, @Nullable String text, RowErrorCode code) {
        int outside = text == null ? -1 : JisCharacters.firstOutside(text);
        if (outside >= 0) {
            add(field, code, Character.toString(outside), "U+%04X".formatted(outside));
        }
    }

    /** Whoever has the address can be written to. */
    public void checkMail(RequestField field, @Nullable String address) {
        if (address != null && MailAddress.check(address) instanceof MailAddress.Check.Bad(MailAddress.Fault fault)) {
            add(field, code(fault), address);
        }
    }

    private static RowErrorCode code(DnSyntaxException.Reason reason) {
        return switch (reason) {
            case SPACE_AROUND_SEPARATOR -> RowErrorCode.DN_SPACE;
            case UNKNOWN_ATTRIBUTE -> RowErrorCode.DN_UNKNOWN_ATTRIBUTE;
            case NAME_NOT_UPPER_CASE -> RowErrorCode.DN_NOT_UPPER_CASE;
            case REPEATED_ATTRIBUTE -> RowErrorCode.DN_REPEATED_ATTRIBUTE;
            case EMPTY, TOO_LONG, NO_ATTRIBUTE, EMPTY_VALUE, BAD_CHARACTER, AMBIGUOUS_VALUE, NOT_A_NAME ->
                RowErrorCode.DN_FORMAT;
        };
    }

    private static RowErrorCode code(MailAddress.Fault fault) {
        return switch (fault) {
            case FORM -> RowErrorCode.MAIL_FORMAT;
            case LOCAL_PART, DOMAIN, INTERNATIONAL -> RowErrorCode.MAIL_ADDRESS;
        };
    }
}
