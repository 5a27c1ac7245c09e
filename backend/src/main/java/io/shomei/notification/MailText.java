package io.shomei.notification;

/** What a person reads of a mail. Lines end with a line feed. */
record MailText(String subject, String body) {}
