-- Who is told of a bulk revocation by mail: the subscriber administrators of its certificates, and whoever submitted it. Of those that were
-- checked before, the one was never looked at, and the other is not known.
alter table bulk_revocation
    add column tells_subscribers boolean not null default true,
    add column result_mailed boolean not null default false;
