package io.shomei.issuance;

import io.shomei.issuance.RehearsalFault.Code;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnSyntaxException;
import io.shomei.pki.MailAddress;
import io.shomei.profile.NameKind;
import io.shomei.profile.Profile;
import io.shomei.profile.SubjectTemplate;
import io.shomei.profile.SubjectTemplate.Part;
import io.shomei.profile.SubjectTemplate.Source;
import io.shomei.tenant.Domain;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.PermittedNames.Objection;
import io.shomei.tenant.RegisteredSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names a profile makes of what is stated and what is registered, with everything that does not fit. */
final class RehearsedNames {
    private static final String HOSTS = "/dnsNames";
    private static final String MAILBOXES = "/emails";

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

    /** The hosts, the CN first: it is one of them (BR 7.1.4.3). */
    List<AlternativeName.Host> hosts(List<String> wanted, @Nullable DistinguishedName subject) {
        Set<String> names = new LinkedHashSet<>();
        if (subject != null && profile.alternativeNames().contains(NameKind.DNS)) {
            subject.first(AttributeType.CN).ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
        }
        wanted.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return read(HOSTS, NameKind.DNS, names, name -> {
            Optional<AlternativeName.Host> host = AlternativeName.ofHost(name);
            if (host.isEmpty()) {
                add(HOSTS, Code.NAME_MALFORMED, name);
            }
            return host;
        });
    }

    List<AlternativeName.Email> mailboxes(List<String> wanted) {
        return read(MAILBOXES, NameKind.EMAIL, new LinkedHashSet<>(wanted), name -> switch (MailAddress.check(name)) {
            case MailAddress.Check.Good(MailAddress address) -> Optional.of(new AlternativeName.Email(address));
            case MailAddress.Check.Bad(MailAddress.Fault fault) -> {
                add(
                        MAILBOXES,
                        fault == MailAddress.Fault.INTERNATIONAL ? Code.NAME_INTERNATIONAL : Code.NAME_MALFORMED,
                        name);
                yield Optional.empty();
            }
        });
    }

    /** Looks whether they lie in the tenant's domains; an operator can try names of no tenant. */
    void requirePermitted(List<AlternativeName> names, List<Domain> domains, Instant now) {
        if (!anyValue
                && PermittedNames.check(names, domains, now) instanceof PermittedNames.Check.Bad(var objections)) {
            objections.forEach(objection -> {
                String pointer = objection.name() instanceof AlternativeName.Email ? MAILBOXES : HOSTS;
                String name = objection.name().text();
                switch (objection) {
                    case Objection.NotPermitted none -> add(pointer, Code.NAME_NOT_PERMITTED, name);
                    case Objection.DeadlinePassed late ->
                        add(pointer, Code.DEADLINE_PASSED, name, late.domain().name());
                    case Objection.NoWildcards none -> add(pointer, Code.WILDCARD_NOT_ALLOWED, name);
                }
            });
        }
    }

    private <N> List<N> read(String pointer, NameKind kind, Set<String> names, Function<String, Optional<N>> reader) {
        boolean foreseen = profile.alternativeNames().contains(kind);
        if (foreseen == names.isEmpty()) {
            add(pointer, foreseen ? Code.NAME_MISSING : Code.NAME_NOT_FORESEEN);
        }
        return foreseen
                ? names.stream().flatMap(name -> reader.apply(name).stream()).toList()
                : List.of();
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
            case TENANT -> anyValue && !said.isEmpty() ? said : tenant.values(type);
            case PLATFORM -> anyValue && !said.isEmpty() ? said : platform.values(type);
            // The template itself has these.
            case FIXED -> List.of();
        };
    }

    private static String pointer(AttributeType type) {
        return "/subject/" + type.label();
    }

    private void add(String pointer, Code code, String... facts) {
        faults.add(RehearsalFault.of(pointer, code, facts));
    }
}
