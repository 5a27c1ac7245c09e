-- Revocation lists in parts and with deltas, kept so that the next one costs what changed and not what there is.

-- When the key is known or suspected to have been compromised (RFC 5280 5.3.2).
alter table certificate add column invalidity_date timestamptz;

-- What revocation lists tell of a certificate: a narrow copy of the register, so that a million entries are read in a second
-- and marking them as listed locks nothing of the register.
create table revoked_certificate (
    authority       text not null references authority (name),
    serial          text not null,
    crl_shard       integer not null,
    revoked_at      timestamptz not null,
    reason          text not null,
    invalidity_date timestamptz,
    -- The first full list made after this moment is the last one with the entry (RFC 5280 3.3).
    listed_until    timestamptz not null,
    -- Grows with every change: only what a list was made from counts as listed.
    revision        integer not null default 1,
    -- Number of the first list that shows the entry as it is; null while it waits for one.
    listed_in       bigint,
    -- Number of the first list with an entry for the certificate, whatever changed later.
    first_listed_in bigint,
    -- When that one was there.
    visible_since   timestamptz,
    primary key (authority, serial)
);
create index revoked_certificate_listed on revoked_certificate (authority, crl_shard, listed_in);
create index revoked_certificate_leaving on revoked_certificate (authority, crl_shard, listed_until);

-- The database itself enters what is revoked: no way of revoking, an older copy of the platform among them, can leave it out.
create function list_revocation() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (new.revoked_at, new.revocation_reason, new.invalidity_date)
            is not distinct from (old.revoked_at, old.revocation_reason, old.invalidity_date) then
            return null;
        end if;
    end if;
    insert into revoked_certificate as listed
        (authority, serial, crl_shard, revoked_at, reason, invalidity_date, listed_until)
    values (new.authority, new.serial, new.crl_shard, new.revoked_at, new.revocation_reason, new.invalidity_date, new.not_after)
    on conflict (authority, serial) do update
        set revoked_at = excluded.revoked_at, reason = excluded.reason, invalidity_date = excluded.invalidity_date,
            revision = listed.revision + 1, listed_in = null;
    return null;
end $$;
create trigger certificate_revoked_is_listed after insert or update of revoked_at, revocation_reason, invalidity_date on certificate
    for each row when (new.revoked_at is not null) execute function list_revocation();

select set_config('shomei.tenant', '*', true);
insert into revoked_certificate
    (authority, serial, crl_shard, revoked_at, reason, listed_until, listed_in, first_listed_in, visible_since)
select c.authority, c.serial, c.crl_shard, c.revoked_at, c.revocation_reason, c.not_after,
    first.number, first.number, first.made_at
from certificate c
left join lateral (
    select crl.number, crl.made_at from crl
    where crl.authority = c.authority and crl.made_at >= c.revoked_at order by crl.number limit 1) first on true
where c.revoked_at is not null;

-- A list for each part of an authority, and deltas between full ones; both share one sequence of numbers (RFC 5280 5.2.3). The
-- newest of each kind keeps what stands before and behind its entries. Older copies of the platform know of full lists
-- without parts and keep them in der; a later release drops that column.
alter table crl
    add column shard          integer not null default 0,
    add column kind           text not null default 'FULL',
    -- A delta lists what changed since this full list.
    add column base_number    bigint,
    -- Whether it says of itself which part it is.
    add column partitioned    boolean not null default false,
    -- A full list leaves out what need not be listed at this moment any more.
    add column dropped_before timestamptz not null default to_timestamp(0),
    add column octets         bigint not null default 0,
    add column head           bytea,
    add column tail           bytea,
    drop constraint crl_pkey,
    add primary key (authority, shard, kind, number);
create index crl_newest on crl (authority, shard, kind) where head is not null;
create index crl_usable on crl (authority, shard, kind, next_update, number);
-- Lists made so far left out what had expired.
update crl set dropped_before = this_update, octets = coalesce(octet_length(der), 0);

-- The encoded entries of the newest full list, in pieces that change apart from each other. A delta is short and has none.
create table crl_segment (
    authority   text not null references authority (name),
    shard       integer not null,
    position    integer not null,
    entries     integer not null,
    der         bytea not null,
    primary key (authority, shard, position)
);
-- Serial numbers are random: there is nothing to compress.
alter table crl_segment alter column der set storage external;
