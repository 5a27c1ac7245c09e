package io.shomei.request;

/** What every subject of a tenant holds, exactly as it is registered: organisation, state or province, locality, country. */
public record RegisteredSubject(String organisation, String state, String locality, String country) {}
