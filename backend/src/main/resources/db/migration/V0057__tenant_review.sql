-- Yearly reviews of tenants: that the institution is still there, its head belongs to it, and its domains are its own. At most one is
-- under way; the newest that was approved says until when.

create table tenant_review (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    reference     text not null,
    started_at    timestamptz not null,
    started_by    text not null,
    answer_by     timestamptz not null,
    concluded_at  timestamptz,
    concluded_by  text,
    approved      boolean,
    comment       text,
    noticed_at    timestamptz,
    primary key (tenant_id, id)
);
create unique index tenant_review_under_way on tenant_review (tenant_id) where concluded_at is null;
alter table tenant_review enable row level security;
alter table tenant_review force row level security;
create policy tenant_review_of_tenant on tenant_review using (may_see(tenant_id));
