package io.shomei.ipallowlist;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with an entry.
 *
 * @param row of the list or of the file, from 1
 * @param facts what the sentence needs
 */
public record EntryFault(long row, Column column, Code code, List<String> facts) {
    private static final Texts SENTENCES = Texts.load("io/shomei/ipallowlist/faults");

    public enum Column {
        RANGE,
        MEMO;

        /** From 1. */
        int number() {
            return ordinal() + 1;
        }
    }

    public enum Code {
        NoEntries,
        TooManyEntries,
        NotAnAddress,
        PrefixOutOfRange,
        HostBitsSet,
        Duplicate,
        MemoTooLong,
        MemoNotOneLine
    }

    public String message(Language language) {
        return SENTENCES.get(language, code.name(), facts.toArray());
    }

    public Optional<String> cure(Language language) {
        return SENTENCES
                .find(language, code + ".cure")
                .map(cure -> facts.isEmpty() ? cure : cure.formatted(facts.toArray()));
    }

    /** As the fault of what somebody sent, at this place of it. */
    public InputFault at(String pointer, Language language) {
        return new InputFault(
                pointer, null, code.name(), message(language), cure(language).orElse(null));
    }
}
