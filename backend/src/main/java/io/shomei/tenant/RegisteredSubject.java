package io.shomei.tenant;

import org.jspecify.annotations.Nullable;

/** The values a tenant is registered with; every subject it applies for must carry exactly these. */
public record RegisteredSubject(
        String o, @Nullable String st, @Nullable String l, String c) {}
