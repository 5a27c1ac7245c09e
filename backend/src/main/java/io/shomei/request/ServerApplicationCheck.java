package io.shomei.request;

import static io.shomei.pki.AttributeType.C;
import static io.shomei.pki.AttributeType.CN;
import static io.shomei.pki.AttributeType.L;
import static io.shomei.pki.AttributeType.O;
import static io.shomei.pki.AttributeType.OU;
import static io.shomei.pki.AttributeType.ST;

import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.CsrFault;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnSyntaxException;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MailAddress;
import io.shomei.pki.VerifiedCsr;
import io.shomei.tenant.PermittedNames;
import io.shomei.text.JisCharacters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules for applying for a server certificate, in one place for files and single requests. Everything that is wrong is found
 * in one go. What only the register knows (a DN or key that was used before) is added by who has the register.
 */
public final class ServerApplicationCheck {
    private static final List<AttributeType> SUBJECT = List.of(CN, O, L, ST, C);

    private final ServerApplication application;
    private final CheckContext context;
    private final List<RowError> errors = new ArrayList<>();

    private ServerApplicationCheck(ServerApplication application, CheckContext context) {
        this.application = application;
        this.context = context;
    }

    public static ServerApplicationResult check(ServerApplication application, CheckContext context) {
        return new ServerApplicationCheck(application, context).check();
    }

    private ServerApplicationResult check() {
        // 1. The profile is one the tenant may use; it decides which keys are allowed.
        Set<KeySpec> keys = keysOfProfile();
        // 2. The DN has its form and the registered values.
        DistinguishedName stated = application.subject() == null ? null : statedSubject(application.subject());
        // 3. The CSR is sound, its key is good and its sender holds it; it names the same subject.
        CsrCheck csr = application.csr() == null ? null : CsrCheck.ofBase64(application.csr(), keys);
        if (csr instanceof CsrCheck.Bad bad && application.csr() != null) {
            addCsrFaults(bad.faults(), application.csr(), keys);
        }
        DistinguishedName named = subjectIn(csr);
        if (named != null && application.subjectFromCsr()) {
            checkSubjectOfCsr(named);
        } else if (named != null && stated != null && !stated.sameAttributes(named)) {
            add(RequestField.CSR, RowErrorCode.CSR_SUBJECT, named.text(), stated.text());
        }
        // 4. Every name lies in a domain that is permitted today.
        DistinguishedName subject = application.subjectFromCsr() ? named : stated;
        String commonName = subject == null ? null : subject.first(CN).orElse(null);
        PermittedNames names = new ServerNames(context, errors)
                .check(commonName, application.subjectFromCsr(), application.fqdn(), application.dnsNames());
        // 5. The person responsible can be written to, and every system can show who that is.
        checkSubscriber();
        return result(commonName, csr, names);
    }

    private ServerApplicationResult result(@Nullable String commonName, @Nullable CsrCheck csr, PermittedNames names) {
        VerifiedCsr verified = csr instanceof CsrCheck.Good(VerifiedCsr good) ? good : null;
        String profile = application.profile();
        // BR 7.1.4.3: the CN is, character for character, one of the SAN's names, which are in lower case.
        String name = commonName == null ? null : commonName.toLowerCase(Locale.ROOT);
        ServerIssue issue = null;
        if (errors.isEmpty() && name != null && verified != null && profile != null) {
            issue = new ServerIssue(context.subject().named(name), verified, names, profile, subscriber());
        }
        String fingerprint = verified == null ? null : HexFormat.of().formatHex(verified.keyFingerprint());
        return new ServerApplicationResult(errors, issue, name, fingerprint);
    }

    private Set<KeySpec> keysOfProfile() {
        String profile = application.profile();
        Set<KeySpec> keys = profile == null ? null : context.profiles().get(profile);
        if (keys != null) {
            return keys;
        }
        if (profile != null) {
            String permitted = context.profiles().keySet().stream().sorted().collect(Collectors.joining(", "));
            add(RequestField.PROFILE, RowErrorCode.PROFILE_NOT_PERMITTED, profile, permitted);
        }
        return EnumSet.allOf(KeySpec.class);
    }

    private @Nullable DistinguishedName statedSubject(String text) {
        try {
            DistinguishedName subject = DistinguishedName.parse(text);
            checkAttributes(subject);
            for (Attribute attribute : subject.attributes()) {
                checkRegistered(RequestField.SUBJECT_DN, attribute);
            }
            return subject;
        } catch (DnSyntaxException e) {
            String found = text.substring(Math.min(e.position(), text.length()));
            add(RequestField.SUBJECT_DN, code(e.reason()), e.position() + 1, found);
            return null;
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

    /** CN, O, L, ST, C, each once and in this order. OU ended with BR 7.1.2.7.4. */
    private void checkAttributes(DistinguishedName subject) {
        List<AttributeType> types = new ArrayList<>(6);
        subject.attributes().forEach(attribute -> types.add(attribute.type()));
        if (types.equals(SUBJECT)) {
            return;
        }
        if (types.removeIf(type -> type == OU)) {
            add(RequestField.SUBJECT_DN, RowErrorCode.OU_ABOLISHED, String.join(", ", subject.all(OU)));
        }
        String missing = labels(SUBJECT, types);
        String extra = labels(types, SUBJECT);
        if (!missing.isEmpty()) {
            add(RequestField.SUBJECT_DN, RowErrorCode.DN_MISSING_ATTRIBUTE, missing);
        }
        if (!extra.isEmpty()) {
            add(RequestField.SUBJECT_DN, RowErrorCode.DN_EXTRA_ATTRIBUTE, extra);
        }
        if (missing.isEmpty() && extra.isEmpty() && !types.equals(SUBJECT)) {
            add(RequestField.SUBJECT_DN, RowErrorCode.DN_ORDER);
        }
    }

    private static String labels(List<AttributeType> types, List<AttributeType> without) {
        return types.stream()
                .filter(type -> !without.contains(type))
                .map(AttributeType::label)
                .collect(Collectors.joining(", "));
    }

    private void checkRegistered(RequestField field, Attribute attribute) {
        RegisteredSubject registered = context.subject();
        String value = switch (attribute.type()) {
            case O -> registered.organisation();
            case L -> registered.locality();
            case ST -> registered.state();
            case C -> registered.country();
            default -> attribute.value();
        };
        if (!value.equals(attribute.value())) {
            add(field, RowErrorCode.NOT_REGISTERED_VALUE, attribute.type().label(), attribute.value(), value);
        }
    }

    private void addCsrFaults(List<CsrFault> faults, String csr, Set<KeySpec> allowed) {
        EnumSet<RowErrorCode> codes = EnumSet.noneOf(RowErrorCode.class);
        faults.forEach(fault -> codes.add(code(fault)));
        RefusedKey key = RefusedKey.of(csr);
        for (RowErrorCode code : codes) {
            switch (code) {
                case KEY_KIND -> add(RequestField.CSR, code, key.kind(), names(allowed));
                case KEY_EXPONENT -> add(RequestField.CSR, code, key.exponent());
                default -> add(RequestField.CSR, code);
            }
        }
    }

    private static RowErrorCode code(CsrFault fault) {
        return switch (fault) {
            case NOT_BASE64 -> RowErrorCode.CSR_NOT_BASE64;
            case NOT_A_CSR, TRAILING_DATA, TOO_LARGE, SUBJECT_UNREADABLE, UNPARSABLE_KEY -> RowErrorCode.CSR_MALFORMED;
            case SIGNATURE_INVALID -> RowErrorCode.CSR_SIGNATURE;
            case SIGNATURE_ALGORITHM_FORBIDDEN -> RowErrorCode.CSR_SIGNATURE_ALGORITHM;
            case KEY_ALGORITHM_FORBIDDEN, KEY_SIZE_FORBIDDEN -> RowErrorCode.KEY_KIND;
            case EXPONENT_FORBIDDEN -> RowErrorCode.KEY_EXPONENT;
            case SMALL_FACTOR, ROCA_KEY, FERMAT_CLOSE_PRIMES -> RowErrorCode.KEY_WEAK;
            case KNOWN_KEY -> RowErrorCode.KEY_KNOWN;
        };
    }

    private static String names(Set<KeySpec> keys) {
        return keys.stream().sorted().map(KeySpec::displayName).collect(Collectors.joining(", "));
    }

    /** Only its CN is used, which is joined to the registered values; what else it names must be those values. */
    private void checkSubjectOfCsr(DistinguishedName named) {
        named.attributes().forEach(attribute -> checkRegistered(RequestField.CSR, attribute));
        if (named.first(CN).isEmpty()) {
            add(RequestField.CSR, RowErrorCode.CSR_SUBJECT_WITHOUT_CN);
        }
    }

    private static @Nullable DistinguishedName subjectIn(@Nullable CsrCheck csr) {
        return switch (csr) {
            case null -> null;
            case CsrCheck.Good(VerifiedCsr good) -> good.subject();
            case CsrCheck.Bad bad -> bad.subject();
        };
    }

    private void checkSubscriber() {
        checkCharacters(RequestField.SUBSCRIBER_NAME, application.name());
        checkCharacters(RequestField.SUBSCRIBER_UNIT, application.unit());
        checkCharacters(RequestField.SOFTWARE, application.software());
        String email = application.email();
        if (email != null) {
            switch (MailAddress.check(email)) {
                case MailAddress.Check.Good good -> {
                    // It can be written to.
                }
                case MailAddress.Check.Bad(MailAddress.Fault fault) ->
                    add(RequestField.SUBSCRIBER_EMAIL, code(fault), email);
            }
        }
    }

    private static RowErrorCode code(MailAddress.Fault fault) {
        return switch (fault) {
            case FORM -> RowErrorCode.MAIL_FORMAT;
            case LOCAL_PART, DOMAIN, INTERNATIONAL -> RowErrorCode.MAIL_ADDRESS;
        };
    }

    private void checkCharacters(RequestField field, @Nullable String text) {
        int outside = text == null ? -1 : JisCharacters.firstOutside(text);
        if (outside >= 0) {
            add(field, RowErrorCode.CHARACTER, Character.toString(outside), "U+%04X".formatted(outside));
        }
    }

    private Subscriber subscriber() {
        return new Subscriber(
                orEmpty(application.name()),
                orEmpty(application.unit()),
                orEmpty(application.email()),
                orEmpty(application.software()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void add(RequestField field, RowErrorCode code, Object... facts) {
        errors.add(RowError.of(field, code, facts));
    }
}
