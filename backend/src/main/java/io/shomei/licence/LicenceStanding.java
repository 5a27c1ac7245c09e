package io.shomei.licence;

import io.shomei.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant stands with its licences.
 *
 * @param contracted null where the model knows no number for the tenant as a whole
 * @param valid certificates that count
 * @param issuing certificates that are being issued
 */
public record LicenceStanding(
        Policy.Quota.Model model, @Nullable Integer contracted, int valid, int issuing) {

    /** How many more can be issued; never less than none, also where the contract was reduced below what there is. */
    @Nullable
    public Integer available() {
        return contracted == null ? null : Math.max(0, contracted - valid - issuing);
    }
}
