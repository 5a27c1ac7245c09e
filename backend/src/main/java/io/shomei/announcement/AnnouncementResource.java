package io.shomei.announcement;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.announcement.AnnouncementRepository.Listed;
import io.shomei.api.AnnouncementApi;
import io.shomei.api.AnnouncementDraft;
import io.shomei.api.AnnouncementPage;
import io.shomei.api.AnnouncementState;
import io.shomei.api.OwnAnnouncement;
import io.shomei.api.OwnAnnouncements;
import io.shomei.api.TenantName;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OPERATOR)
class AnnouncementResource implements AnnouncementApi {
    /** The id of no tenant, to which nothing was announced. */
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final Announcements announcements;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final EntityTags tags;
    private final InstantSource clock;

    AnnouncementResource(
            Announcements announcements,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            EntityTags tags,
            InstantSource clock) {
        this.announcements = announcements;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.tags = tags;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public OwnAnnouncements listOwnAnnouncements() {
        return new OwnAnnouncements(announcements.shownTo(caller.get()).stream()
                .map(AnnouncementResource::own)
                .toList());
    }

    @Override
    public AnnouncementPage listAnnouncements(
            @Nullable String tenant, @Nullable Integer limit, @Nullable String cursor) {
        TenantId of = tenant == null ? null : TenantId.parse(tenant).orElse(NOBODY);
        Page<Listed> page = announcements.list(of, PageRequest.of(limit, cursor));
        return new AnnouncementPage(
                page.items().stream().map(this::announcement).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public io.shomei.api.Announcement publishAnnouncement(AnnouncementDraft body, @Nullable String idempotencyKey) {
        Caller by = caller.get();
        Announcements.Draft draft = draft(body);
        return idempotency.once(
                by,
                idempotencyKey,
                "publishAnnouncement",
                draft.toString(),
                io.shomei.api.Announcement.class,
                () -> shown(announcements.publish(by, draft, request.language())));
    }

    @Override
    public io.shomei.api.Announcement getAnnouncement(String id) {
        return shown(announcements.find(id));
    }

    @Override
    public io.shomei.api.Announcement changeAnnouncement(String ifMatch, String id, AnnouncementDraft body) {
        return shown(
                announcements.change(caller.get(), id, EntityTags.version(ifMatch), draft(body), request.language()));
    }

    @Override
    public void removeAnnouncement(String id) {
        announcements.remove(caller.get(), id);
    }

    private io.shomei.api.Announcement shown(Listed listed) {
        tags.show(listed.announcement().version());
        return announcement(listed);
    }

    private io.shomei.api.Announcement announcement(Listed listed) {
        Announcement announcement = listed.announcement();
        Announcement.Words words = announcement.words();
        return new io.shomei.api.Announcement(
                announcement.id().toString(),
                announcement.isForAll()
                        ? null
                        : new TenantName(
                                announcement.tenant().toString(), listed.tenantNameJa(), listed.tenantNameEn()),
                AnnouncementState.valueOf(announcement.stateAt(clock.instant()).name()),
                words.titleJa(),
                words.titleEn(),
                words.textJa(),
                words.textEn(),
                announcement.span().from(),
                announcement.span().until());
    }

    private static OwnAnnouncement own(Announcement announcement) {
        Announcement.Words words = announcement.words();
        return new OwnAnnouncement(
                announcement.id().toString(),
                words.titleJa(),
                words.titleEn(),
                words.textJa(),
                words.textEn(),
                announcement.span().from());
    }

    private static Announcements.Draft draft(AnnouncementDraft body) {
        return new Announcements.Draft(
                body.tenant(),
                new Announcement.Words(body.titleJa(), body.titleEn(), body.textJa(), body.textEn()),
                new Announcement.Span(body.from(), body.until()));
    }
}
