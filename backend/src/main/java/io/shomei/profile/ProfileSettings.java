package io.shomei.profile;

import io.shomei.pki.KeySpec;
import io.shomei.policy.Rounding;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators may change of a profile. Everything else changes with the software only. */
public record ProfileSettings(
        Profile.Name name, Set<KeySpec> keys, String authority, Period period, Rounding rounding, String policy) {

    public ProfileSettings {
        keys = Profile.sorted(keys);
    }

    /**
     * From the names that a contract has for them.
     *
     * @param period ISO 8601
     */
    public static ProfileSettings of(
            Profile.Name name, Stream<String> keys, String authority, String period, String rounding, String policy) {
        return new ProfileSettings(
                name,
                keys.map(KeySpec::valueOf).collect(Collectors.toSet()),
                authority,
                Period.parse(period),
                Rounding.valueOf(rounding),
                policy);
    }

    /** One of the settings. */
    public enum Field {
        NAME_JA(settings -> settings.name.ja()),
        NAME_EN(settings -> settings.name.en()),
        KEYS(settings -> settings.keys.stream().map(KeySpec::displayName).collect(Collectors.joining(", "))),
        AUTHORITY(settings -> settings.authority),
        PERIOD(settings -> settings.period.toString()),
        ROUNDING(settings -> settings.rounding.name()),
        POLICY(settings -> settings.policy);

        @SuppressWarnings("ImmutableEnumChecker") // A lambda without state.
        private final Function<ProfileSettings, String> text;

        Field(Function<ProfileSettings, String> text) {
            this.text = text;
        }

        String of(ProfileSettings settings) {
            return text.apply(settings);
        }
    }

    /** A setting that differs. */
    public record Change(Field field, String before, String after) {}

    /** What differs from earlier settings. */
    public List<Change> changesOf(ProfileSettings before) {
        return Stream.of(Field.values())
                .filter(field -> !field.of(this).equals(field.of(before)))
                .map(field -> new Change(field, field.of(before), field.of(this)))
                .toList();
    }

    /** Newly delivered settings, with what an operator changed of the ones delivered before. */
    ProfileSettings over(ProfileSettings before, ProfileSettings delivered) {
        return new ProfileSettings(
                pick(name, before.name, delivered.name),
                pick(keys, before.keys, delivered.keys),
                pick(authority, before.authority, delivered.authority),
                pick(period, before.period, delivered.period),
                pick(rounding, before.rounding, delivered.rounding),
                pick(policy, before.policy, delivered.policy));
    }

    private static <T> T pick(T mine, T before, T delivered) {
        return mine.equals(before) ? delivered : mine;
    }
}
