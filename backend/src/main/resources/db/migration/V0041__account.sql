-- A person types no tenant when logging in, so a log-in ID is unique for everybody; changes of an account are counted.

alter table account drop constraint account_tenant_id_login_id_key;
create unique index account_by_login_id on account (login_id);
create index account_by_id on account (id);
alter table account
    add column version integer not null default 1,
    add column initialised_at timestamptz;

-- What accounts are found by, without row-level security, as with certificates: see V0029.
create table account_text (
    tenant_id   uuid not null,
    id          uuid not null,
    searched    text not null,
    primary key (tenant_id, id)
);
select set_config('shomei.tenant', '*', true);
insert into account_text (tenant_id, id, searched)
    select tenant_id, id, coalesce(login_id, '') || ' ' || name || ' ' || coalesce(email, '') from account;
create index account_text_by_words on account_text using gin (searched gin_trgm_ops);

create view v_account_text as select tenant_id, id, searched from account_text where may_see(tenant_id);

create function keep_account_text() returns trigger language plpgsql as $$
begin
    insert into account_text (tenant_id, id, searched)
        values (new.tenant_id, new.id, coalesce(new.login_id, '') || ' ' || new.name || ' ' || coalesce(new.email, ''))
        on conflict (tenant_id, id) do update set searched = excluded.searched;
    return null;
end $$;
create trigger account_text_is_kept after insert or update of login_id, name, email on account
    for each row execute function keep_account_text();
