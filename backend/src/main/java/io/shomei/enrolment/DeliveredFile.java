package io.shomei.enrolment;

/** A file as somebody saves it. */
// Handed on to the answer, compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
public record DeliveredFile(String mediaType, String name, byte[] content) {
    /** What is in it is not for logs. */
    @Override
    public String toString() {
        return name;
    }
}
