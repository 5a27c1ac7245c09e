package io.shomei.request;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.AlternativeName.Wildcard;
import io.shomei.pki.DnsName;
import io.shomei.tenant.Domain;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.PermittedNames.Objection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the names a server certificate is to hold: their form, their domain, how many they are. */
final class ServerNames {
    private static final int MAX_NAMES = 8;

    /** Of the list as files write it, {@code dNSName=a,dNSName=b}, with the server's own name where it was missing. */
    private static final int MAX_CHARACTERS = 250;

    private static final String LABEL = "dNSName=";

    private final CheckContext context;
    private final RowErrors errors;

    ServerNames(CheckContext context, RowErrors errors) {
        this.context = context;
        this.errors = errors;
    }

    /** The names for the SAN; none of use where an error was added. */
    PermittedNames check(
            @Nullable String commonName, boolean commonNameFromCsr, @Nullable String fqdn, List<String> dnsNames) {
        RequestField commonNameField = commonNameFromCsr ? RequestField.CSR : RequestField.SUBJECT_DN;
        var names = new LinkedHashSet<String>();
        if (commonName != null) {
            names.add(checked(commonNameField, commonName, DnsName.MAX_IN_COMMON_NAME));
            checkFqdn(commonName, fqdn);
        } else if (fqdn != null) {
            names.add(checked(RequestField.FQDN, fqdn, DnsName.MAX_IN_COMMON_NAME));
        }
        List<AlternativeName.Host> hosts = (dnsNames.isEmpty() ? names : withFurther(names, dnsNames))
                .stream().flatMap(name -> AlternativeName.ofHost(name).stream()).toList();
        return PermittedNames.check(hosts, context.domains(), context.now())
                        instanceof PermittedNames.Check.Good(PermittedNames permitted)
                ? permitted
                : PermittedNames.NONE;
    }

    private void checkFqdn(String commonName, @Nullable String fqdn) {
        if (fqdn != null && !fqdn.equalsIgnoreCase(commonName)) {
            add(RequestField.FQDN, RowErrorCode.FQDN_NOT_CN, fqdn, commonName);
        }
    }

    private Set<String> withFurther(Set<String> own, List<String> dnsNames) {
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
        return all;
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
        String host = text.startsWith(Wildcard.PREFIX) ? text.substring(Wildcard.PREFIX.length()) : text;
        switch (DnsName.check(host, maxLength - (text.length() - host.length()))) {
            case DnsName.Check.Good(DnsName name) ->
                checkDomain(field, text, host.equals(text) ? new AlternativeName.Dns(name) : new Wildcard(name));
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

    private void checkDomain(RequestField field, String text, AlternativeName name) {
        if (PermittedNames.check(List.of(name), context.domains(), context.now())
                instanceof PermittedNames.Check.Bad(List<Objection> objections)) {
            objections.forEach(objection -> add(field, text, objection));
        }
    }

    private void add(RequestField field, String text, Objection objection) {
        switch (objection) {
            case Objection.NotPermitted none -> add(field, RowErrorCode.DOMAIN_NOT_PERMITTED, text, permittedDomains());
            case Objection.DeadlinePassed(AlternativeName name, Domain domain) ->
                add(field, RowErrorCode.DEADLINE_PASSED, domain.name(), domain.issuingDeadline());
            case Objection.NoWildcards none -> add(field, RowErrorCode.HOST_WILDCARD, text);
        }
    }

    private String permittedDomains() {
        return context.domains().stream().map(Domain::name).collect(Collectors.joining(", "));
    }

    private void add(RequestField field, RowErrorCode code, Object... facts) {
        errors.add(field, code, facts);
    }
}
