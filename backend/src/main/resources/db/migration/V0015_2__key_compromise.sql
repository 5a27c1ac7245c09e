-- A report that a key is in wrong hands: what its holder must sign, and the signature as evidence.
create table key_compromise (
    id                  uuid primary key,
    key_sha256          bytea not null,
    key_info            bytea,
    challenge           text not null,
    opened_at           timestamptz not null,
    opened_by           uuid not null,
    opener              text not null,
    expires_at          timestamptz not null,
    proof_kind          text,
    proof               bytea,
    proven_at           timestamptz,
    submitted_at        timestamptz,
    bulk_revocation_id  uuid
);
