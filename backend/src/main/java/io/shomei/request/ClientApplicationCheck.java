package io.shomei.request;

import static io.shomei.pki.AttributeType.C;
import static io.shomei.pki.AttributeType.CN;
import static io.shomei.pki.AttributeType.L;
import static io.shomei.pki.AttributeType.O;
import static io.shomei.pki.AttributeType.OU;
import static io.shomei.pki.AttributeType.ST;

import io.shomei.certificate.Holder;
import io.shomei.issuance.SubjectNames;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.MailAddress;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import io.shomei.tenant.Domain;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.PermittedNames.Objection;
import io.shomei.text.PlainCharacters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules for applying for a client or S/MIME certificate. Everything that is wrong is found in one go. What only the register knows (a
 * name that was used before) is added by who has the register.
 */
public final class ClientApplicationCheck {
    private static final List<AttributeType> ORDER = List.of(CN, OU, O, L, ST, C);
    private static final Set<AttributeType> REQUIRED = Set.of(CN, O, C);
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** Printable ASCII without the space, which is the password of the key file as well; how long at least is the policy's. */
    private static final Pattern PIN = Pattern.compile("[!-~]{1,32}");

    private final ClientApplication application;
    private final CheckContext context;
    private final RowErrors errors = new RowErrors();

    private ClientApplicationCheck(ClientApplication application, CheckContext context) {
        this.application = application;
        this.context = context;
    }

    public static ClientApplicationResult check(ClientApplication application, CheckContext context) {
        return new ClientApplicationCheck(application, context).check();
    }

    private ClientApplicationResult check() {
        // 1. The profile is one the tenant may use; it says what the certificate is for and how it may be handed out.
        PermittedProfile profile = errors.profile(application.profile(), context);
        Delivery delivery = delivery(profile);
        // 2. The DN has its form and the registered values.
        DistinguishedName subject = errors.subject(application.subject());
        if (subject != null) {
            checkSubject(subject);
        }
        // 3. The mail address is one that the certificate may name; where it names none, the tenant may have
        // certificates issued at all.
        errors.checkMail(RequestField.HOLDER_EMAIL, application.holderEmail());
        PermittedNames names = profile == null ? PermittedNames.NONE : namesFor(profile.kind(), subject);
        // 4. The people can be written to, and every system can show who they are.
        checkPeople();
        // 5. The file can be saved under its name, and opens with its PIN.
        checkFile(delivery);
        return result(profile, subject, delivery, names);
    }

    private ClientApplicationResult result(
            @Nullable PermittedProfile profile,
            @Nullable DistinguishedName subject,
            @Nullable Delivery delivery,
            PermittedNames names) {
        ClientIssue issue = null;
        if (errors.isEmpty() && profile != null && subject != null && delivery != null) {
            issue = new ClientIssue(
                    subject,
                    profile.kind(),
                    Objects.requireNonNull(application.profile()),
                    delivery,
                    names,
                    new Subscriber(
                            orEmpty(application.name()), orEmpty(application.unit()), orEmpty(application.email()), ""),
                    new Holder(
                            orEmpty(application.holderName()),
                            orEmpty(application.holderUnit()),
                            orEmpty(application.holderEmail())),
                    orEmpty(application.fileName()),
                    application.pin());
        }
        return new ClientApplicationResult(
                errors.all(),
                issue,
                profile == null ? null : profile.kind(),
                profile == null || subject == null ? null : SubjectNames.of(profile.kind(), subject),
                subject == null ? null : subject.first(CN).orElse(null));
    }

    private @Nullable Delivery delivery(@Nullable PermittedProfile profile) {
        String number = application.delivery();
        if (number == null) {
            return null;
        }
        Delivery delivery = switch (number) {
            case "1" -> Delivery.P12;
            case "2" -> Delivery.P12_BULK;
            case "3" -> Delivery.BROWSER;
            default -> null;
        };
        if (delivery == null) {
            errors.add(RequestField.DELIVERY, RowErrorCode.DELIVERY_UNKNOWN, number);
        } else if (profile != null && !profile.deliveries().contains(delivery)) {
            errors.add(RequestField.DELIVERY, RowErrorCode.DELIVERY_NOT_PERMITTED, number);
        }
        return delivery;
    }

    private void checkSubject(DistinguishedName subject) {
        checkAttributes(subject);
        errors.checkRegistered(RequestField.SUBJECT_DN, subject, context.subject());
        errors.checkPlain(CN, subject.first(CN).orElse(null), PlainCharacters.OF_COMMON_NAMES);
        errors.checkPlain(O, subject.first(O).orElse(null), PlainCharacters.OF_NAMES);
        subject.all(OU).forEach(unit -> errors.checkPlain(OU, unit, PlainCharacters.OF_NAMES));
    }

    /** CN, then any number of OUs, O, L and ST where they are stated, C. */
    private void checkAttributes(DistinguishedName subject) {
        List<AttributeType> types =
                subject.attributes().stream().map(Attribute::type).toList();
        List<AttributeType> missing = ORDER.stream()
                .filter(type -> REQUIRED.contains(type) && !types.contains(type))
                .toList();
        List<AttributeType> extra = new ArrayList<>(
                types.stream().filter(type -> !ORDER.contains(type)).toList());
        ORDER.stream()
                .filter(type ->
                        type != OU && types.stream().filter(type::equals).count() > 1)
                .forEach(extra::add);
        if (!missing.isEmpty()) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.DN_MISSING_ATTRIBUTE, labels(missing));
        }
        if (!extra.isEmpty()) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.DN_EXTRA_ATTRIBUTE, labels(extra));
        }
        if (missing.isEmpty() && extra.isEmpty() && !isOrdered(types)) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.DN_ORDER);
        }
    }

    private static boolean isOrdered(List<AttributeType> types) {
        int[] places = types.stream().mapToInt(ORDER::indexOf).toArray();
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        return Arrays.equals(places, sorted);
    }

    private static String labels(List<AttributeType> types) {
        return types.stream().map(AttributeType::label).collect(Collectors.joining(", "));
    }

    private PermittedNames namesFor(CertificateKind kind, @Nullable DistinguishedName subject) {
        if (kind == CertificateKind.SMIME) {
            return mailbox(subject);
        }
        errors.checkAnyDeadline(context);
        return PermittedNames.NONE;
    }

    /** SBR 7.1.4.2.1: a mail address in the CN is that of the holder, which stands in the SAN. */
    private PermittedNames mailbox(@Nullable DistinguishedName subject) {
        String email = application.holderEmail();
        MailAddress address = email == null ? null : MailAddress.parse(email).orElse(null);
        if (address == null) {
            return PermittedNames.NONE;
        }
        String commonName = subject == null ? "" : subject.first(CN).orElse("");
        if (commonName.indexOf('@') >= 0 && !commonName.equals(address.toString())) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.CN_NOT_MAILBOX, commonName, address);
        }
        return switch (PermittedNames.check(
                List.of(new AlternativeName.Email(address)), context.domains(), context.now())) {
            case PermittedNames.Check.Good(PermittedNames good) -> good;
            case PermittedNames.Check.Bad(List<Objection> objections) -> {
                objections.forEach(this::add);
                yield PermittedNames.NONE;
            }
        };
    }

    private void add(Objection objection) {
        switch (objection) {
            case Objection.DeadlinePassed(AlternativeName name, Domain domain) ->
                errors.add(
                        RequestField.HOLDER_EMAIL,
                        RowErrorCode.DEADLINE_PASSED,
                        domain.name(),
                        domain.issuingDeadline());
            case Objection.NotPermitted(AlternativeName name) -> addNotPermitted(name);
            case Objection.NoWildcards(AlternativeName name, Domain domain) -> addNotPermitted(name);
        }
    }

    private void addNotPermitted(AlternativeName name) {
        errors.add(
                RequestField.HOLDER_EMAIL,
                RowErrorCode.DOMAIN_NOT_PERMITTED,
                name.text(),
                context.domains().stream().map(Domain::name).collect(Collectors.joining(", ")));
    }

    private void checkPeople() {
        errors.checkCharacters(RequestField.SUBSCRIBER_NAME, application.name());
        errors.checkCharacters(RequestField.SUBSCRIBER_UNIT, application.unit());
        errors.checkMail(RequestField.SUBSCRIBER_EMAIL, application.email());
        errors.checkCharacters(RequestField.HOLDER_NAME, application.holderName());
        errors.checkCharacters(RequestField.HOLDER_UNIT, application.holderUnit());
    }

    private void checkFile(@Nullable Delivery delivery) {
        String name = application.fileName();
        if (name != null && !FILE_NAME.matcher(name).matches()) {
            errors.add(RequestField.P12_FILE_NAME, RowErrorCode.FILE_NAME, name);
        }
        String pin = application.pin();
        if (pin == null) {
            return;
        }
        if (delivery != null && delivery != Delivery.P12_BULK) {
            errors.add(RequestField.ACCESS_PIN, RowErrorCode.PIN_NOT_EXPECTED);
        } else if (pin.length() < context.minPinLength() || !PIN.matcher(pin).matches()) {
            errors.add(RequestField.ACCESS_PIN, RowErrorCode.PIN_FORMAT, context.minPinLength());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
