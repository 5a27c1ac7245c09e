package io.shomei.notification;

/**
 * A file in a mail.
 *
 * @param fileName in ASCII, without a path
 * @param mediaType such as {@code text/plain; charset=UTF-8}
 */
public record Attachment(String fileName, String mediaType, byte[] content) {}
