package io.shomei.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One fault in what a person or program sent: where it is, what is wrong and how to mend it.
 *
 * @param pointer JSON pointer of the member, or the name of the form field
 * @param column column of a request file, where the member corresponds to one
 * @param code stable code a client may switch on
 * @param message sentence for a person
 * @param cure what to do, where the sentence does not say it
 */
public record InputFault(
        String pointer,
        @Nullable Integer column,
        String code,
        String message,
        @Nullable String cure) {

    public InputFault(String pointer, String code, String message) {
        this(pointer, null, code, message, null);
    }

    /**
     * A sentence about one of several things, which people know by a name and not by its place.
     *
     * @param name null where there is nothing of the kind
     */
    public static String about(@Nullable String name, String sentence) {
        return name == null ? sentence : name + ": " + sentence;
    }
}
