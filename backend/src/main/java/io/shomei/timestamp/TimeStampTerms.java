package io.shomei.timestamp;

import io.shomei.kernel.TenantId;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Under which terms stamps are made at one address.
 *
 * @param tenant for whom they are counted
 * @param zone in which the tenant's days begin
 * @param offered whether they are made at all
 * @param policy identifier of the time-stamp policy
 * @param accuracy how far the true time may be from the stamp's
 */
record TimeStampTerms(TenantId tenant, ZoneId zone, boolean offered, String policy, Duration accuracy) {

    TimeStampTerms notOffered() {
        return new TimeStampTerms(tenant, zone, false, policy, accuracy);
    }
}
