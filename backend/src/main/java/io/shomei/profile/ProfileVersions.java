package io.shomei.profile;

import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.profile.ProfileProblem.PROFILE_FAULTY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.profile.ProfileSettings.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How profiles get new versions: from the software, and from operators. */
@ApplicationScoped
public class ProfileVersions {
    private final ProfileRepository repository;
    private final DeliveredProfiles delivered;
    private final Profiles profiles;
    private final SigningLines lines;
    private final Trials trials;
    private final AuditLog audit;
    private final InstantSource clock;

    ProfileVersions(
            ProfileRepository repository,
            DeliveredProfiles delivered,
            Profiles profiles,
            SigningLines lines,
            Trials trials,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.delivered = delivered;
        this.profiles = profiles;
        this.lines = lines;
        this.trials = trials;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes over what this release of the software delivers: the first version of a profile, or the next one where the release
     * brings another than before. What operators had changed stays changed, as long as the delivered profile allows it. A profile
     * that its lints would keep from ever being issued keeps the platform from starting.
     */
    public void establish() {
        establish(delivered.all().stream().filter(this::hasItsLine).toList());
    }

    /** An optional profile comes with its line: not every HSM makes keys of every kind. */
    private boolean hasItsLine(Profile profile) {
        return !delivered.isOptional(profile)
                || lines.labelOf(profile.authority()).isPresent();
    }

    void establish(List<Profile> delivery) {
        delivery.forEach(profile -> {
            List<ProfileFault> faults = faults(profile);
            if (!faults.isEmpty()) {
                throw new IllegalStateException("the delivered profile " + profile.id() + " is faulty: " + faults);
            }
        });
        QuarkusTransaction.requiringNew().run(() -> delivery.forEach(this::takeOver));
        profiles.forget();
        // What operators changed; the others were tried above.
        Set<Profile> tried =
                delivery.stream().map(ProfileVersions::withoutVersion).collect(Collectors.toSet());
        profiles.all().stream()
                .filter(each -> !tried.contains(withoutVersion(each)))
                .forEach(profile -> {
                    List<Trials.Failure> failures = trials.failures(profile);
                    if (!failures.isEmpty()) {
                        throw new IllegalStateException("no certificate of profile " + profile.id() + ", version "
                                + profile.version() + ", could be signed: " + failures);
                    }
                });
    }

    private static Profile withoutVersion(Profile profile) {
        return profile.with(0, profile.settings());
    }

    /**
     * Gives a profile another version. Every fault is reported together.
     *
     * @param base the version the change was made from
     */
    ProfileVersion change(
            Caller caller, String id, int base, ProfileSettings settings, String comment, Language language) {
        ProfileVersion made = QuarkusTransaction.requiringNew().call(() -> {
            ProfileVersion newest = repository.newest(id).orElseThrow(() -> NOT_FOUND.because(""));
            if (newest.profile().version() != base) {
                throw CHANGED_MEANWHILE.because("%d", newest.profile().version());
            }
            List<Change> changes = settings.changesOf(newest.profile().settings());
            if (changes.isEmpty()) {
                return newest;
            }
            Profile next = newest.profile().with(base + 1, settings);
            refuse(faults(next), language);
            var version = new ProfileVersion(next, newest.delivered(), clock.instant(), caller.name(), comment);
            if (!repository.add(version)) {
                throw CHANGED_MEANWHILE.because("%d", base + 1);
            }
            tell(next, changes, Actor.of(caller));
            return version;
        });
        profiles.forget();
        return made;
    }

    /**
     * A profile as these settings would make it; nothing is changed. It has the number of no version. Whoever tries it sees what
     * its lints find.
     */
    public Profile preview(Profile present, ProfileSettings settings, Language language) {
        Profile profile = present.with(0, settings);
        refuse(ProfileRules.faults(profile, lines), language);
        return profile;
    }

    @Transactional
    ProfileVersion newest(String id) {
        return repository.newest(id).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** In the order that is wanted. */
    @Transactional
    List<ProfileVersion> newestOf(List<Profile> wanted) {
        Map<String, ProfileVersion> byId = new HashMap<>();
        repository.newest().forEach(version -> byId.put(version.profile().id(), version));
        return wanted.stream()
                .flatMap(profile -> Optional.ofNullable(byId.get(profile.id())).stream())
                .toList();
    }

    /** The newest first. */
    @Transactional
    List<ProfileVersion> versions(String id) {
        List<ProfileVersion> versions = repository.versions(id);
        if (versions.isEmpty()) {
            throw NOT_FOUND.because("");
        }
        return versions;
    }

    private void takeOver(Profile profile) {
        Optional<ProfileVersion> newest = repository.newest(profile.id());
        if (newest.isEmpty()) {
            repository.add(fromSoftware(profile.with(1, profile.settings()), profile.version()));
            return;
        }
        ProfileVersion present = newest.get();
        if (profile.version() <= present.delivered()) {
            return;
        }
        int number = present.profile().version() + 1;
        ProfileSettings before = repository
                .firstFrom(profile.id(), present.delivered())
                .orElseThrow()
                .profile()
                .settings();
        Profile merged = profile.with(number, present.profile().settings().over(before, profile.settings()));
        Profile next = faults(merged).isEmpty() ? merged : profile.with(number, profile.settings());
        if (repository.add(fromSoftware(next, profile.version()))) {
            tell(next, next.settings().changesOf(present.profile().settings()), Actor.PLATFORM);
        }
    }

    private ProfileVersion fromSoftware(Profile profile, int deliveredVersion) {
        return new ProfileVersion(profile, deliveredVersion, clock.instant(), Actor.PLATFORM.name(), "");
    }

    /** What speaks against a version: what it contradicts, and where it contradicts nothing, what its lints would refuse. */
    private List<ProfileFault> faults(Profile profile) {
        List<ProfileFault> faults = ProfileRules.faults(profile, lines);
        return faults.isEmpty()
                ? trials.failures(profile).stream().map(ProfileFault::of).toList()
                : faults;
    }

    private static void refuse(List<ProfileFault> faults, Language language) {
        if (!faults.isEmpty()) {
            throw PROFILE_FAULTY.with(
                    faults.stream().map(fault -> fault.in(language)).toList());
        }
    }

    private void tell(Profile profile, List<Change> changes, Actor actor) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("version", String.valueOf(profile.version()));
        changes.forEach(change ->
                detail.put(change.field().name().toLowerCase(Locale.ROOT), change.before() + " → " + change.after()));
        audit.append(AuditEntry.done(TenantId.PLATFORM, AuditOperation.PROFILE_CHANGE, actor)
                .on(profile.id() + " " + profile.name().en(), null)
                .with(detail));
    }
}
