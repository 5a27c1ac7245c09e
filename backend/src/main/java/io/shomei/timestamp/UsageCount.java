package io.shomei.timestamp;

import io.shomei.kernel.TenantId;
import io.shomei.pki.TimeStampFailure;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is counted together.
 *
 * @param day in the tenant's zone
 * @param failure why it was refused; empty for a time stamp that was made
 */
record UsageCount(TenantId tenant, LocalDate day, Optional<TimeStampFailure> failure) {}
