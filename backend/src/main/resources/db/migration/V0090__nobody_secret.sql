-- Failures under log-in IDs that are nobody's, so that these lock as others do. The ID itself is not here: people type passwords into the
-- wrong field.
create table nobody_secret (
    nobody          bytea not null,
    kind            text not null,
    failures        integer not null,
    locks           integer not null default 0,
    last_failure_at timestamptz not null,
    primary key (nobody, kind)
);
create index nobody_secret_by_age on nobody_secret (last_failure_at);
