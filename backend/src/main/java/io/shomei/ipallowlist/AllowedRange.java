package io.shomei.ipallowlist;

import io.shomei.web.AddressRange;

/**
 * One entry of a list.
 *
 * @param memo what stands there, for people; may be empty
 */
public record AllowedRange(AddressRange range, String memo) {
    /** Entries of one list. */
    static final int MOST = 500;

    static final int LONGEST_MEMO = 100;
}
