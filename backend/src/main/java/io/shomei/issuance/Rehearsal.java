package io.shomei.issuance;

import io.shomei.pki.Attribute;
import io.shomei.pki.KeySpec;
import io.shomei.profile.ProfileSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to try out.
 *
 * @param csr PEM, or the base64 of the DER; null for a sample key
 * @param key kind of the sample key; null for the first of the profile
 * @param subject values of the subject; null for what the CSR says
 * @param dnsNames host names; null for what the CSR asks for
 * @param at moment of the issue; null for now
 * @param settings of the profile, to be tried before they are stored; null for the present ones
 */
record Rehearsal(
        String profile,
        @Nullable String csr,
        @Nullable KeySpec key,
        @Nullable List<Attribute> subject,
        @Nullable List<String> dnsNames,
        List<String> emails,
        @Nullable Instant at,
        @Nullable ProfileSettings settings) {}
