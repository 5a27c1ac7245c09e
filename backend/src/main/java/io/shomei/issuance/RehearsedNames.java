package io.shomei.issuance;

import io.shomei.issuance.RehearsalFault.Code;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnSyntaxException;
import io.shomei.profile.NameKind;
import io.shomei.profile.Profile;
import io.shomei.profile.SubjectTemplate;
import io.shomei.profile.SubjectTemplate.Part;
import io.shomei.profile.SubjectTemplate.Source;
import io.shomei.tenant.RegisteredSubject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The names a profile makes of what is stated and what is registered, with everything that does not fit. */
final class RehearsedNames {
    private final Profile profile;
    private final List<Attribute> stated;
    private final RegisteredSubject tenant;
    private final RegisteredSubject platform;
    private final boolean anyValue;
    private final List<RehearsalFault> faults = new ArrayList<>();

    /**
     * @param stated values of the subject in any order
     * @param anyValue whether stated values take the place of registered ones, so that an operator can try what no tenant is yet
     */
    RehearsedNames(
            Profile profile,
            List<Attribute> stated,
            RegisteredSubject tenant,
            RegisteredSubject platform,
            boolean anyValue) {
        this.profile = profile;
        this.stated = List.copyOf(stated);
        this.tenant = tenant;
        this.platform = platform;
        this.anyValue = anyValue;
    }

    List<RehearsalFault> faults() {
        return faults;
    }

    /** The subject, where it can be written. */
    Optional<DistinguishedName> subject() {
        SubjectTemplate template = profile.subject();
        checkStated(template);
        template.misfits(this::valuesOf)
                .forEach(misfit -> add(
                        pointer(misfit.type()),
                        switch (misfit.fault()) {
                            case MISSING -> Code.SUBJECT_MISSING;
                            case TOO_MANY -> Code.SUBJECT_TOO_MANY;
                            case NOT_FORESEEN -> Code.SUBJECT_NOT_FORESEEN;
                        },
                        misfit.type().label()));
        try {
            return Optional.of(template.fill(this::valuesOf));
        } catch (DnSyntaxException | IllegalArgumentException unwritable) {
            add("/subject", Code.SUBJECT_NOT_WRITABLE);
            return Optional.empty();
        }
    }

    /** The host names in lower case, the CN first: it is one of them (BR 7.1.4.3). */
    List<String> dnsNames(List<String> wanted, @Nullable DistinguishedName subject) {
        if (!profile.alternativeNames().contains(NameKind.DNS)) {
            if (!wanted.isEmpty()) {
                add("/dnsNames", Code.NAME_NOT_FORESEEN);
            }
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        if (subject != null) {
            subject.first(AttributeType.CN).ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
        }
        wanted.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return checked("/dnsNames", names, name -> AlternativeName.ofDns(name).isPresent());
    }

    List<String> emails(List<String> wanted) {
        if (!profile.alternativeNames().contains(NameKind.EMAIL)) {
            if (!wanted.isEmpty()) {
                add("/emails", Code.NAME_NOT_FORESEEN);
            }
            return List.of();
        }
        return checked("/emails", new LinkedHashSet<>(wanted), RehearsedNames::isMailbox);
    }

    private List<String> checked(String pointer, Set<String> names, Predicate<String> isGood) {
        if (names.isEmpty()) {
            add(pointer, Code.NAME_MISSING);
        }
        names.stream().filter(isGood.negate()).forEach(name -> add(pointer, Code.NAME_MALFORMED, name));
        return names.stream().filter(isGood).toList();
    }

    /** What an rfc822Name can hold (RFC 5280 4.2.1.6); the lints look closer. */
    private static boolean isMailbox(String address) {
        int at = address.indexOf('@');
        return at > 0 && at < address.length() - 1 && address.chars().allMatch(c -> c > 0x20 && c < 0x7F);
    }

    private void checkStated(SubjectTemplate template) {
        for (Attribute attribute : stated) {
            Optional<Part> part = template.parts().stream()
                    .filter(each -> each.type() == attribute.type())
                    .findFirst();
            if (part.isEmpty()) {
                add(
                        pointer(attribute.type()),
                        Code.SUBJECT_NOT_FORESEEN,
                        attribute.type().label());
            } else if (!mayBeStated(part.get())) {
                List<String> right = part.get().value() == null
                        ? valuesOf(part.get().from(), attribute.type())
                        : List.of(part.get().value());
                if (!right.contains(attribute.value())) {
                    add(
                            pointer(attribute.type()),
                            Code.SUBJECT_NOT_REGISTERED,
                            attribute.type().label(),
                            String.join(", ", right));
                }
            }
        }
    }

    private boolean mayBeStated(Part part) {
        return switch (part.from()) {
            case REQUEST -> true;
            case TENANT, PLATFORM -> anyValue;
            case FIXED -> false;
        };
    }

    private List<String> valuesOf(Source source, AttributeType type) {
        List<String> said = stated.stream()
                .filter(attribute -> attribute.type() == type)
                .map(Attribute::value)
                .toList();
        return switch (source) {
            case REQUEST -> said;
            case TENANT -> anyValue && !said.isEmpty() ? said : registered(tenant, type);
            case PLATFORM -> anyValue && !said.isEmpty() ? said : registered(platform, type);
            // The template itself has these.
            case FIXED -> List.of();
        };
    }

    private static List<String> registered(RegisteredSubject subject, AttributeType type) {
        String value = switch (type) {
            case O -> subject.o();
            case ST -> subject.st();
            case L -> subject.l();
            case C -> subject.c();
            default -> null;
        };
        return value == null ? List.of() : List.of(value);
    }

    private static String pointer(AttributeType type) {
        return "/subject/" + type.label();
    }

    private void add(String pointer, Code code, String... facts) {
        faults.add(RehearsalFault.of(pointer, code, facts));
    }
}
