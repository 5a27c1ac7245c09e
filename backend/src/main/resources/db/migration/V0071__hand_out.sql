-- Links by which recipients fetch one certificate with its key. Of each certificate there is one at most: a new one takes its place.
create table hand_out (
    tenant_id       uuid not null references tenant (id),
    certificate_id  uuid not null,
    -- What the token and the secret are derived from; they are not stored.
    id              uuid not null,
    token_sha256    bytea not null,
    deadline        timestamptz not null,
    created_at      timestamptz not null,
    created_by      uuid not null,
    creator         text not null,
    failures        integer not null default 0,
    collected_at    timestamptz,
    collected_from  text,
    receipt         bytea,
    primary key (tenant_id, certificate_id)
);
create unique index hand_out_by_token on hand_out (token_sha256);
alter table hand_out enable row level security;
alter table hand_out force row level security;
create policy hand_out_of_tenant on hand_out using (may_see(tenant_id));
