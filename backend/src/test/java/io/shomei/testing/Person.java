package io.shomei.testing;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;

/** Somebody who can log in. */
public record Person(
        TenantId tenant, AccountId account, String name, String email, CertificateId certificate, Identity identity) {}
