package io.shomei.request;

/** The person responsible for a certificate, who gets its mails. What was not stated is empty. */
public record Subscriber(String name, String unit, String email, String software) {}
