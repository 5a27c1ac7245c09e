package io.shomei.statistics;

import io.shomei.profile.CertificateKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are asked about.
 *
 * @param domain null for those of every domain, and of none
 * @param kind null for every kind
 */
record Subset(@Nullable String domain, @Nullable CertificateKind kind) {
    /** How a statement ends that takes {@link #after}. */
    static final String CONDITION = "(?::text is null or domain = ?) and (?::text is null or kind = ?)";

    /** Whether certificates of this kind are among them. */
    boolean has(CertificateKind one) {
        return kind == null || kind == one;
    }

    /** What a statement takes before {@link #CONDITION}, and then these. */
    @Nullable
    Object[] after(Object... parameters) {
        String name = kind == null ? null : kind.name();
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(parameters));
        all.addAll(Arrays.asList(domain, domain, name, name));
        return all.toArray();
    }
}
