package io.shomei.request;

import io.shomei.pki.DnsName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the names a server certificate is to hold: their form, their domain, how many they are. */
final class ServerNames {
    private static final int MAX_NAMES = 8;

    /** Of the list as files write it, {@code dNSName=a,dNSName=b}, with the server's own name where it was missing. */
    private static final int MAX_CHARACTERS = 250;

    private static final String LABEL = "dNSName=";
    private static final String WILDCARD = "*.";

    private final CheckContext context;
    private final List<RowError> errors;

    ServerNames(CheckContext context, List<RowError> errors) {
        this.context = context;
        this.errors = errors;
    }

    /** The names for the SAN in lower case; of use only where no error was added. */
    List<String> check(
            @Nullable String commonName, boolean commonNameFromCsr, @Nullable String fqdn, List<String> dnsNames) {
        RequestField commonNameField = commonNameFromCsr ? RequestField.CSR : RequestField.SUBJECT_DN;
        var names = new LinkedHashSet<String>();
        if (commonName != null) {
            names.add(checked(commonNameField, commonName, DnsName.MAX_IN_COMMON_NAME));
            checkFqdn(commonName, fqdn);
        } else if (fqdn != null) {
            names.add(checked(RequestField.FQDN, fqdn, DnsName.MAX_IN_COMMON_NAME));
        }
        return dnsNames.isEmpty() ? List.copyOf(names) : withFurther(names, dnsNames);
    }

    private void checkFqdn(String commonName, @Nullable String fqdn) {
        if (fqdn != null && !fqdn.equalsIgnoreCase(commonName)) {
            add(RequestField.FQDN, RowErrorCode.FQDN_NOT_CN, fqdn, commonName);
        }
    }

    private List<String> withFurther(Set<String> own, List<String> dnsNames) {
        var all = new LinkedHashSet<>(own);
        for (String name : dnsNames) {
            if (all.size() > MAX_NAMES) {
                break;
            }
            if (all.add(name.toLowerCase(Locale.ROOT))) {
                checked(RequestField.DNS_NAMES, name, Integer.MAX_VALUE);
            }
        }
        checkExtent(own, dnsNames);
        return List.copyOf(all);
    }

    private void checkExtent(Set<String> own, List<String> dnsNames) {
        List<String> counted = new ArrayList<>(dnsNames);
        own.stream()
                .filter(name -> dnsNames.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(counted::add);
        if (counted.size() > MAX_NAMES) {
            add(RequestField.DNS_NAMES, RowErrorCode.DNS_NAMES_TOO_MANY, MAX_NAMES, counted.size());
        }
        int characters = counted.size() - 1;
        for (String name : counted) {
            characters += LABEL.length() + name.length();
        }
        if (characters > MAX_CHARACTERS) {
            add(RequestField.DNS_NAMES, RowErrorCode.DNS_NAMES_TOO_LONG, MAX_CHARACTERS, characters);
        }
    }

    /** Checks one name and returns it in lower case. */
    private String checked(RequestField field, String text, int maxLength) {
        boolean wildcard = text.startsWith(WILDCARD);
        String host = wildcard ? text.substring(WILDCARD.length()) : text;
        switch (DnsName.check(host, maxLength - (text.length() - host.length()))) {
            case DnsName.Check.Good(DnsName name) -> checkDomain(field, text, name, wildcard);
            case DnsName.Check.Bad(DnsName.Fault fault) -> add(field, code(fault), text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static RowErrorCode code(DnsName.Fault fault) {
        return switch (fault) {
            case IP_ADDRESS -> RowErrorCode.HOST_IP_ADDRESS;
            case WILDCARD -> RowErrorCode.HOST_WILDCARD;
            case EMPTY, TOO_LONG, LABEL_TOO_LONG, BAD_CHARACTER, LABEL_EDGE, BAD_A_LABEL, SINGLE_LABEL ->
                RowErrorCode.HOST_NAME;
        };
    }

    private void checkDomain(RequestField field, String text, DnsName name, boolean wildcard) {
        Optional<PermittedDomain> found = context.domainOf(name);
        if (found.isEmpty()) {
            add(field, RowErrorCode.DOMAIN_NOT_PERMITTED, text, permittedDomains());
            return;
        }
        PermittedDomain domain = found.get();
        if (!domain.isOpenAt(context.now())) {
            add(field, RowErrorCode.DEADLINE_PASSED, domain.name(), domain.issuingDeadline());
        }
        if (wildcard && !domain.wildcardAllowed()) {
            add(field, RowErrorCode.HOST_WILDCARD, text);
        }
    }

    private String permittedDomains() {
        return context.domains().stream().map(PermittedDomain::name).collect(Collectors.joining(", "));
    }

    private void add(RequestField field, RowErrorCode code, Object... facts) {
        errors.add(RowError.of(field, code, facts));
    }
}
