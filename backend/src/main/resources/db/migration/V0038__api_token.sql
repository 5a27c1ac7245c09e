-- What scripts log in with. The token itself is nowhere: only its hash.

create table api_token (
    tenant_id       uuid not null,
    id              uuid not null,
    account_id      uuid not null,
    name            text not null,
    scopes          text not null,
    addresses       text not null,
    hash            bytea not null unique,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    last_used_at    timestamptz,
    last_used_from  text,
    revoked_at      timestamptz,
    warned_at       timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index api_token_of_account on api_token (tenant_id, account_id, id);
create index api_token_to_warn_of on api_token (expires_at) where revoked_at is null and warned_at is null;
alter table api_token enable row level security;
alter table api_token force row level security;
create policy api_token_of_tenant on api_token using (may_see(tenant_id));
