-- How accounts get and renew the certificates they log in with by themselves.

-- The first log-in with a certificate: who never used a renewed one is reminded of it.
alter table certificate add column first_used_at timestamptz;

-- One attempt to get one certificate. What became of the certificate says the register.
create table acquisition (
    tenant_id       uuid not null,
    -- Fixed with the attempt, so that there is at most one.
    certificate_id  uuid not null,
    account_id      uuid not null,
    -- ACQUISITION_PASSWORD, ONE_REQUEST, BROWSER
    way             text not null,
    profile         text not null,
    renews          uuid,
    -- Of the URL's token; null where nothing is collected by one.
    token_sha256    bytea,
    -- By which whoever began proves to be the same: the Idempotency-Key of the page, or the key that its browser made.
    receipt_sha256  bytea,
    begun_at        timestamptz not null,
    begun_from      text not null,
    -- Until when it can be collected.
    deadline        timestamptz not null,
    issued_at       timestamptz,
    ended_at        timestamptz,
    failed          boolean not null default false,
    -- When its owner was reminded that nobody has used it, or it was used, so that nobody need be.
    reminded_at     timestamptz,
    primary key (tenant_id, certificate_id),
    foreign key (tenant_id, account_id) references account (tenant_id, id)
);
create unique index acquisition_by_token on acquisition (token_sha256);
create index acquisition_of_account on acquisition (tenant_id, account_id, certificate_id) where ended_at is null;
create index acquisition_unused on acquisition (tenant_id, certificate_id)
    where renews is not null and reminded_at is null and ended_at is null;
-- One at a time for an account.
create unique index acquisition_under_way on acquisition (tenant_id, account_id) where issued_at is null and ended_at is null;
alter table acquisition enable row level security;
alter table acquisition force row level security;
create policy acquisition_of_tenant on acquisition using (may_see(tenant_id));
