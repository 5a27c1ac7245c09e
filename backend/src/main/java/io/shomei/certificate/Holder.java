package io.shomei.certificate;

/** The person whom a client certificate names, and how to reach them. */
public record Holder(String name, String unit, String email) {}
