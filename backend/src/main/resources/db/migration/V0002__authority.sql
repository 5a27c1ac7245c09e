-- Our certification authorities: certificates, the names of their keys, and their certificate revocation lists.

create table authority (
    name        text primary key,
    label       text not null,
    issuer      text not null references authority (name),
    key_name    text not null,
    serial      text not null,
    certificate bytea not null,
    state       text not null,
    created_at  timestamptz not null
);

-- One row per published CRL; the number never goes back (RFC 5280 5.2.3). Only the newest keeps its bytes.
create table crl (
    authority   text not null references authority (name),
    number      bigint not null,
    made_at     timestamptz not null,
    this_update timestamptz not null,
    next_update timestamptz not null,
    entries     bigint not null,
    der         bytea,
    primary key (authority, number)
);
