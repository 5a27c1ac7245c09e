-- What was committed before a CA key was used, and what may be certified only once.

-- An intent without a certificate of the same serial is a signature that may exist and was never delivered.
create table signing_intent (
    certificate_id  uuid not null,
    serial          text not null,
    authority       text not null,
    tenant_id       uuid not null,
    tbs_sha256      bytea not null,
    created_at      timestamptz not null,
    primary key (certificate_id, serial)
);
alter table signing_intent enable row level security;
alter table signing_intent force row level security;
create policy signing_intent_of_tenant on signing_intent using (may_see(tenant_id));

-- A key is certified once, whoever asks and for whatever (SHA-256 of SubjectPublicKeyInfo).
create table subject_key (
    key_sha256      bytea primary key,
    certificate_id  uuid not null
);

-- A name that a tenant has used is renewed, not issued anew.
create table subject_name (
    tenant_id       uuid not null,
    kind            text not null,
    common_name     text not null,
    certificate_id  uuid not null,
    primary key (tenant_id, kind, common_name)
);
alter table subject_name enable row level security;
alter table subject_name force row level security;
create policy subject_name_of_tenant on subject_name using (may_see(tenant_id));
