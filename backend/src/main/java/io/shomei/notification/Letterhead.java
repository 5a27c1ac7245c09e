package io.shomei.notification;

import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import java.time.ZoneId;

/** What every mail tells of the tenant in whose name it is sent; the register of tenants knows it. */
public interface Letterhead {
    Of of(TenantId tenant);

    /**
     * @param zone in which the mail tells times
     */
    record Of(String nameJa, String nameEn, ZoneId zone) {
        String name(Language language) {
            return language == Language.JA ? nameJa : nameEn;
        }
    }
}
