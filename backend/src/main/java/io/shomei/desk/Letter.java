package io.shomei.desk;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letter with new credentials says.
 *
 * @param tenantJa name of the person's tenant
 * @param loginId null where the person types none
 * @param address where they log in
 */
record Letter(
        String tenantJa,
        String tenantEn,
        String name,
        @Nullable String loginId,
        List<Credential> credentials,
        Instant madeAt,
        ZoneId zone,
        String address) {
    private static final Texts TEXTS = Texts.load("io/shomei/desk/letter");
    private static final DateTimeFormatter DAY_JA = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME_JA = DateTimeFormatter.ofPattern("yyyy年M月d日 HH時mm分ss秒");
    private static final DateTimeFormatter TIME_EN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    Letter {
        credentials = List.copyOf(credentials);
    }

    /**
     * A value that is handed out.
     *
     * @param kind names it in the texts
     * @param lapsesAt null where it holds until it is changed
     */
    record Credential(String kind, String value, @Nullable Instant lapsesAt) {
        boolean isCard() {
            return kind.equals("GRID_CARD");
        }

        @Override
        public String toString() {
            return kind + " •••";
        }
    }

    static String text(Language language, String key, Object... facts) {
        return TEXTS.get(language, key, facts);
    }

    String tenant(Language language) {
        return language == Language.JA ? tenantJa : tenantEn;
    }

    String day(Language language) {
        return (language == Language.JA ? DAY_JA : DAY_EN).withZone(zone).format(madeAt);
    }

    String time(Language language, Instant at) {
        return (language == Language.JA ? TIME_JA : TIME_EN).withZone(zone).format(at);
    }
}
