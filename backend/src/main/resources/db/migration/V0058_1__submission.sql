-- Links through which subscriber administrators hand in applications without an account. Of the token there is a hash only.
create table submission_link (
    tenant_id     uuid not null,
    id            uuid not null,
    token_sha256  bytea not null unique,
    kind          text not null,
    holder_name   text not null,
    holder_email  text not null,
    most          integer not null,
    used          integer not null,
    checks        integer not null default 0,
    expires_at    timestamptz not null,
    created_at    timestamptz not null,
    created_by    text not null,
    revoked_at    timestamptz,
    primary key (tenant_id, id)
);
alter table submission_link enable row level security;
alter table submission_link force row level security;
create policy submission_link_of_tenant on submission_link using (may_see(tenant_id));

-- What came through them. The content is encrypted under the key-encryption key, since files may hold PINs.
create table submission (
    tenant_id        uuid not null,
    id               uuid not null,
    link_id          uuid not null,
    kind             text not null,
    operation        text not null,
    file_name        text not null,
    content          bytea not null,
    rows_total       bigint not null,
    submitted_at     timestamptz not null,
    submitted_from   text not null,
    state            text not null,
    decided_by       text,
    decided_at       timestamptz,
    reason           text,
    request_file_id  uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, link_id) references submission_link (tenant_id, id)
);
create index submission_of_link on submission (tenant_id, link_id, id);
create index submission_waiting on submission (tenant_id, id) where state = 'WAITING';
alter table submission enable row level security;
alter table submission force row level security;
create policy submission_of_tenant on submission using (may_see(tenant_id));
