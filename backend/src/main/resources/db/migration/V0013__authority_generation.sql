-- Authorities come in lines: the newest active generation of a line issues, the earlier ones answer for what they issued.

alter table authority
    add column line        text,
    add column generation  integer,
    add column crl_shards  integer not null default 1,
    add column csr         bytea,
    add column state_since timestamptz;
update authority set line = name, generation = 1, state_since = created_at;
alter table authority
    alter column line set not null,
    alter column generation set not null,
    alter column state_since set not null,
    -- One that waits for its certificate knows neither it nor who will sign it; one whose key is elsewhere has no key here.
    alter column issuer drop not null,
    alter column serial drop not null,
    alter column certificate drop not null,
    alter column key_name drop not null,
    add constraint authority_generation unique (line, generation),
    add constraint authority_crl_shards check (crl_shards >= 1),
    add constraint authority_pending check (
        case when state = 'PENDING' then certificate is null and csr is not null and key_name is not null
             else certificate is not null and issuer is not null and serial is not null end);

-- Fixed when the certificate is issued, because the certificate names the list (RFC 5280 4.2.1.13).
alter table certificate add column crl_shard integer not null default 0;
-- When the last certificate of an authority ends.
create index certificate_of_authority on certificate (authority, not_after);

-- The platform's own certificates, shared by all copies. One without certificate is being made, or its making was interrupted.
create table own_certificate (
    purpose        text not null,
    number         integer not null,
    key_name       text not null unique,
    certificate_id uuid not null,
    authority      text references authority (name),
    certificate    bytea,
    certified_at   timestamptz,
    primary key (purpose, number)
);
