package io.shomei.notification;

/** A mail ready to leave. */
record Mail(String id, String recipient, String subject, String text) {}
