-- What waits for a revocation list stands in a queue, and what was listed is told by its position: a list of a million new entries
-- marks none of their rows.

create sequence revoked_certificate_position;
alter table revoked_certificate
    -- In the order in which entries come and change. Those that commit late have a smaller one than others that are listed already.
    add column position       bigint,
    -- Where the entry stood when it was first listed.
    add column first_position bigint;

create table waiting_revocation (
    authority   text not null,
    crl_shard   integer not null,
    position    bigint not null,
    primary key (authority, crl_shard, position)
);

-- How far a list tells: of every position up to this one that does not wait.
alter table crl add column upto bigint not null default 0;

update revoked_certificate set position = nextval('revoked_certificate_position') where listed_in is not null;
update crl set upto = coalesce((select max(r.position) from revoked_certificate r
    where r.authority = crl.authority and r.crl_shard = crl.shard and r.listed_in <= crl.number), 0);
update revoked_certificate set position = nextval('revoked_certificate_position') where listed_in is null;
update revoked_certificate set first_position = position;
insert into waiting_revocation (authority, crl_shard, position)
    select authority, crl_shard, position from revoked_certificate where listed_in is null;

alter table revoked_certificate
    alter column position set default nextval('revoked_certificate_position'),
    alter column position set not null,
    alter column first_position set default currval('revoked_certificate_position'),
    alter column first_position set not null,
    drop column first_listed_in;
-- From here on these two are for the late ones alone; of all others the position says it.
comment on column revoked_certificate.listed_in is 'The first list with the entry as it is, where that is not the first list that tells so far';
comment on column revoked_certificate.visible_since is 'When the first list with the entry was there, where that is not the first list that tells so far';
drop index revoked_certificate_listed;
create unique index revoked_certificate_in_order on revoked_certificate (authority, crl_shard, position);
create index revoked_certificate_late on revoked_certificate (authority, crl_shard, listed_in) where listed_in is not null;
create index crl_upto on crl (authority, shard, upto, number);

create or replace function list_revocation() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (new.revoked_at, new.revocation_reason, new.invalidity_date)
            is not distinct from (old.revoked_at, old.revocation_reason, old.invalidity_date) then
            return null;
        end if;
    end if;
    insert into revoked_certificate
        (authority, serial, crl_shard, revoked_at, reason, invalidity_date, listed_until)
    values (new.authority, new.serial, new.crl_shard, new.revoked_at, new.revocation_reason, new.invalidity_date, new.not_after)
    on conflict (authority, serial) do update
        set revoked_at = excluded.revoked_at, reason = excluded.reason, invalidity_date = excluded.invalidity_date;
    return null;
end $$;

create function await_list() returns trigger language plpgsql as $$
begin
    insert into waiting_revocation (authority, crl_shard, position) values (new.authority, new.crl_shard, new.position);
    return new;
end $$;
create trigger revoked_certificate_awaits_list after insert on revoked_certificate
    for each row execute function await_list();

-- What changes waits once more, at the end.
create function await_next_list() returns trigger language plpgsql as $$
begin
    new.position := nextval('revoked_certificate_position');
    new.revision := old.revision + 1;
    new.listed_in := null;
    -- Locked it is being listed at this moment, which is not waited for.
    delete from waiting_revocation where ctid = (
        select ctid from waiting_revocation
        where authority = old.authority and crl_shard = old.crl_shard and position = old.position
        for update skip locked);
    if found and old.first_position = old.position then
        new.first_position := new.position;
    end if;
    insert into waiting_revocation (authority, crl_shard, position) values (new.authority, new.crl_shard, new.position);
    return new;
end $$;
create trigger revoked_certificate_awaits_next_list before update of revoked_at, reason, invalidity_date on revoked_certificate
    for each row execute function await_next_list();
