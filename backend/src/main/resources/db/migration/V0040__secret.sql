-- What an account proves itself with: one row a kind, each with a counter of its own. Passwords and PINs are kept as their hashes
-- only; what a one-time password is computed from is encrypted under the key-encryption key.

create table secret (
    tenant_id       uuid not null,
    account_id      uuid not null,
    kind            text not null,
    hash            text,
    sealed          bytea,
    former          text[] not null default '{}',
    temporary       boolean not null default false,
    set_at          timestamptz,
    chosen_at       timestamptz,
    lapses_at       timestamptz,
    failures        integer not null default 0,
    locks           integer not null default 0,
    last_failure_at timestamptz,
    used_step       bigint,
    challenge       text,
    version         integer not null default 1,
    primary key (tenant_id, account_id, kind),
    foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create index secret_with_failures on secret (tenant_id, account_id) where failures > 0;
alter table secret enable row level security;
alter table secret force row level security;
create policy secret_of_tenant on secret using (may_see(tenant_id));
