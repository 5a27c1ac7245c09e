package io.shomei.tenant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operators state of a tenant, and may state otherwise later. */
record TenantValues(
        String nameJa,
        String nameEn,
        RegisteredSubject subject,
        String timeZone,
        List<Contact> contacts,
        @Nullable Integer licences) {

    TenantValues {
        contacts = List.copyOf(contacts);
    }

    /** What is different in others, by name: before and after. Of contacts, who are persons, the names alone. */
    Map<String, Change> changesTo(TenantValues other) {
        Map<String, Change> changes = new LinkedHashMap<>();
        compare(changes, "nameJa", nameJa, other.nameJa);
        compare(changes, "nameEn", nameEn, other.nameEn);
        compare(changes, "subject.o", subject.o(), other.subject.o());
        compare(changes, "subject.st", subject.st(), other.subject.st());
        compare(changes, "subject.l", subject.l(), other.subject.l());
        compare(changes, "subject.c", subject.c(), other.subject.c());
        compare(changes, "timeZone", timeZone, other.timeZone);
        compare(changes, "licences", licences, other.licences);
        compare(changes, "head", head(contacts), head(other.contacts));
        if (!contacts.equals(other.contacts)) {
            changes.put("contacts", new Change(names(contacts), names(other.contacts)));
        }
        return changes;
    }

    /** Empty where there was or is nothing. */
    record Change(String before, String after) {
        @Override
        public String toString() {
            return before + " → " + after;
        }
    }

    private static void compare(
            Map<String, Change> changes, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(name, new Change(Objects.toString(before, ""), Objects.toString(after, "")));
        }
    }

    private static @Nullable String head(List<Contact> contacts) {
        return contacts.stream()
                .filter(Contact::head)
                .map(Contact::name)
                .findFirst()
                .orElse(null);
    }

    private static String names(List<Contact> contacts) {
        return contacts.stream().map(Contact::name).collect(Collectors.joining(", "));
    }
}
