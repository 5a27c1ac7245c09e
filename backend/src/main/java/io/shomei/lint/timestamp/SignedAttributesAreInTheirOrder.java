package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** They are signed as DER: sorted, and each kind once. */
final class SignedAttributesAreInTheirOrder implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 5652 5.4, 11";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        byte[] before = {};
        Set<String> kinds = new HashSet<>();
        for (SignedAttribute attribute : stamp.attributes()) {
            findings.require(
                    Arrays.compareUnsigned(before, attribute.encoded()) < 0,
                    "the attributes are not sorted as DER wants");
            findings.require(kinds.add(attribute.oid()), "an attribute is there twice");
            before = attribute.encoded();
        }
    }
}
