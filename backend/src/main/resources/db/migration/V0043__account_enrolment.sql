-- One-time rights to collect a log-in certificate that is issued when it is collected: a URL by mail, and an access PIN by letter.
-- Of the URL's token and of the PIN there are hashes only.

create table account_enrolment (
    tenant_id       uuid not null,
    token_sha256    bytea not null,
    account_id      uuid not null,
    certificate_id  uuid not null,
    profile         text not null,
    deadline        timestamptz not null,
    created_at      timestamptz not null,
    pin_hash        text,
    failures        integer not null default 0,
    collected_at    timestamptz,
    collected_from  text,
    ended_at        timestamptz,
    primary key (tenant_id, token_sha256),
    foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index account_enrolment_by_token on account_enrolment (token_sha256);
create index account_enrolment_of_account on account_enrolment (tenant_id, account_id) where ended_at is null;
alter table account_enrolment enable row level security;
alter table account_enrolment force row level security;
create policy account_enrolment_of_tenant on account_enrolment using (may_see(tenant_id));
