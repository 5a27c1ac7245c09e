package io.shomei.profile;

import io.shomei.lint.Finding;
import io.shomei.pki.KeySpec;
import java.util.List;

/** Whether certificates of a profile could be signed at all. Authorities are above profiles and tell it through this. */
public interface Trials {

    /** Every rule that no certificate passes, for each kind of key; none while the profile has no authority that issues. */
    List<Failure> failures(Profile profile);

    /**
     * @param authority name of the generation that would sign
     */
    record Failure(KeySpec key, String authority, Finding finding) {}
}
