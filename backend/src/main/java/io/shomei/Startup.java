package io.shomei;

import io.quarkus.runtime.StartupEvent;
import io.shomei.authority.Authorities;
import io.shomei.certificate.AuthorityEntries;
import io.shomei.database.WorkingRole;
import io.shomei.demo.Demonstration;
import io.shomei.jobs.Jobs;
import io.shomei.keys.WeakKeyLists;
import io.shomei.platform.PlatformCertificate;
import io.shomei.platform.PlatformCertificateJob;
import io.shomei.platform.PlatformTenant;
import io.shomei.profile.ProfileVersions;
import io.shomei.status.crl.CrlPublisher;
import io.shomei.status.ocsp.OcspSigners;
import io.shomei.timestamp.TimeStampUsage;
import io.shomei.timestamp.clock.ClockWatch;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Brings the features to life, in the order in which they need each other. */
@ApplicationScoped
class Startup {
    private final WorkingRole role;
    private final WeakKeyLists weakKeys;
    private final PlatformTenant platform;
    private final Authorities authorities;
    private final AuthorityEntries entries;
    private final ProfileVersions profiles;
    private final PlatformCertificate certificate;
    private final PlatformCertificateJob renewal;
    private final CrlPublisher crls;
    private final OcspSigners ocsp;
    private final ClockWatch clock;
    private final TimeStampUsage stamps;
    private final Demonstration demonstration;
    private final Jobs jobs;
    private final Entrances entrances;

    Startup(
            WorkingRole role,
            WeakKeyLists weakKeys,
            PlatformTenant platform,
            Authorities authorities,
            AuthorityEntries entries,
            ProfileVersions profiles,
            PlatformCertificate certificate,
            PlatformCertificateJob renewal,
            CrlPublisher crls,
            OcspSigners ocsp,
            ClockWatch clock,
            TimeStampUsage stamps,
            Demonstration demonstration,
            Jobs jobs,
            Entrances entrances) {
        this.role = role;
        this.weakKeys = weakKeys;
        this.platform = platform;
        this.authorities = authorities;
        this.entries = entries;
        this.profiles = profiles;
        this.certificate = certificate;
        this.renewal = renewal;
        this.crls = crls;
        this.ocsp = ocsp;
        this.clock = clock;
        this.stamps = stamps;
        this.demonstration = demonstration;
        this.jobs = jobs;
        this.entrances = entrances;
    }

    void start(@Observes StartupEvent started) {
        role.establish();
        weakKeys.establish();
        platform.establish();
        authorities.establish();
        entries.establish();
        profiles.establish();
        crls.publishDue();
        demonstration.establish();
        entrances.open(certificate.issue(), certificate::clientAuthorities);
        renewal.begin();
        jobs.begin();
        ocsp.prepare();
        stamps.begin();
        clock.begin();
        say("Shomei is ready: portal " + entrances.portalUrl() + ", cert " + entrances.certUrl() + ", http "
                + entrances.httpUrl());
    }

    @SuppressWarnings("SystemOut") // The line that people and scripts wait for.
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
