-- What a revocation says beside its reason, whose key a certificate holds, and keys that no certificate may hold any more.

-- When the key is known or suspected to have been compromised (RFC 5280 5.3.2).
alter table certificate add column if not exists invalidity_date timestamptz;

-- SHA-256 of SubjectPublicKeyInfo. Nothing here takes it that one key has one certificate only.
alter table certificate add column key_sha256 bytea;
select set_config('shomei.tenant', '*', true);
update certificate c set key_sha256 = k.key_sha256 from subject_key k where k.certificate_id = c.id;

-- SHA-256 of the certificate, by which people name it.
alter table certificate add column fingerprint bytea generated always as (sha256(der)) stored;

-- Across tenants, for the operator; and names, of which files hold thousands.
create index certificate_by_key on certificate (key_sha256);
create index certificate_by_fingerprint on certificate (fingerprint);
create index certificate_by_id on certificate (id);
create index certificate_by_name on certificate (common_name, tenant_id);

-- Keys that no certificate may hold any more, for ever, whoever asks.
create table blocked_key (
    key_sha256      bytea primary key,
    since           timestamptz not null,
    cause           text not null,
    blocked_by      text not null,
    blocked_by_id   uuid,
    certificate_id  uuid,
    reference       text,
    comment         text
);
create index blocked_key_by_time on blocked_key (since, key_sha256);
