package io.shomei.kernel;

/**
 * One fault in what a person or program sent: where it is, what is wrong and how to mend it.
 *
 * @param pointer JSON pointer of the member, or the name of the form field
 * @param code stable code a client may switch on
 * @param message sentence for a person
 */
public record InputFault(String pointer, String code, String message) {}
