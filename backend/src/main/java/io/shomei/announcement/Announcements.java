package io.shomei.announcement;

import static io.shomei.announcement.AnnouncementProblem.ANNOUNCEMENT_FAULTY;
import static io.shomei.kernel.KernelProblem.CHANGED_MEANWHILE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.announcement.AnnouncementRepository.Listed;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.kernel.Texts;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Announcements as operators publish them, and as people are told them. */
@ApplicationScoped
public class Announcements {
    private static final Texts TEXTS = Texts.load("io/shomei/announcement/faults");
    /** More at once nobody reads. */
    private static final int MOST_SHOWN = 100;

    private final AnnouncementRepository repository;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Announcements(AnnouncementRepository repository, Tenants tenants, AuditLog audit, Ids ids, InstantSource clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param tenant id of a tenant as it was sent; null where everybody is told
     */
    record Draft(@Nullable String tenant, Announcement.Words words, Announcement.Span span) {}

    @Transactional
    Listed publish(Caller caller, Draft draft, Language language) {
        Optional<TenantId> tenant = draft.tenant() == null
                ? Optional.of(TenantId.PLATFORM)
                : TenantId.parse(draft.tenant()).filter(id -> tenants.find(id).isPresent());
        List<InputFault> faults = new ArrayList<>();
        if (tenant.isEmpty()) {
            faults.add(fault("/tenant", "tenant-unknown", language));
        }
        if (draft.span().isEmpty()) {
            faults.add(fault("/until", "over-before-begun", language));
        }
        if (!faults.isEmpty()) {
            throw ANNOUNCEMENT_FAULTY.with(faults);
        }
        return get(publish(tenant.orElseThrow(), draft.words(), draft.span(), Actor.of(caller)));
    }

    /** Publishes what the platform itself says, and what was found to be right. */
    @Transactional
    UUID publish(TenantId tenant, Announcement.Words words, Announcement.Span span, Actor actor) {
        Announcement announcement = new Announcement(ids.next(), tenant, words, span, 1);
        repository.add(announcement);
        note(AuditOperation.ANNOUNCEMENT_PUBLISH, announcement, actor);
        return announcement.id();
    }

    /** To everybody of a tenant from now on, for the demonstration. */
    @Transactional
    public void publish(TenantId tenant, String titleJa, String titleEn, String textJa, String textEn) {
        publish(
                tenant,
                new Announcement.Words(titleJa, titleEn, textJa, textEn),
                new Announcement.Span(clock.instant(), null),
                Actor.PLATFORM);
    }

    /**
     * Changes what it says and when; whom it is for stays.
     *
     * @param seen version that the change was made from
     */
    @Transactional
    Listed change(Caller caller, String id, int seen, Draft draft, Language language) {
        Announcement before = find(id).announcement();
        if (draft.span().isEmpty()) {
            throw ANNOUNCEMENT_FAULTY.with(List.of(fault("/until", "over-before-begun", language)));
        }
        if (!repository.change(before.tenant(), before.id(), draft.words(), draft.span(), seen)) {
            throw CHANGED_MEANWHILE.because("");
        }
        Listed after = get(before.id());
        note(AuditOperation.ANNOUNCEMENT_CHANGE, after.announcement(), Actor.of(caller));
        return after;
    }

    @Transactional
    void remove(Caller caller, String id) {
        Announcement announcement = find(id).announcement();
        repository.remove(announcement.tenant(), announcement.id());
        note(AuditOperation.ANNOUNCEMENT_REMOVE, announcement, Actor.of(caller));
    }

    @Transactional
    Listed find(String id) {
        return get(Ids.parse(id).orElseThrow(() -> NOT_FOUND.because("")));
    }

    @Transactional
    Page<Listed> list(@Nullable TenantId tenant, PageRequest page) {
        return repository.page(tenant, page);
    }

    /** What the caller is told now, the newest first: what is for their tenant, and what is for everybody. */
    @Transactional
    List<Announcement> shownTo(Caller caller) {
        var now = clock.instant();
        return Stream.of(caller.tenant(), TenantId.PLATFORM)
                .distinct()
                .flatMap(tenant -> repository.shown(tenant, now, MOST_SHOWN).stream())
                .sorted(Comparator.comparing((Announcement each) -> each.span().from())
                        .reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    private Listed get(UUID id) {
        return repository.find(id).orElseThrow(() -> NOT_FOUND.because(""));
    }

    private void note(AuditOperation operation, Announcement announcement, Actor actor) {
        audit.append(AuditEntry.done(announcement.tenant(), operation, actor)
                .on(announcement.words().titleEn(), announcement.id()));
    }

    private static InputFault fault(String pointer, String code, Language language) {
        return new InputFault(pointer, code, TEXTS.get(language, code));
    }
}
