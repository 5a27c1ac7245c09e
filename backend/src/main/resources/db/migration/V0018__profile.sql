-- Every version of every certificate profile: what came with the software, and what operators made of it.

create table profile (
    id         text not null,
    version    integer not null,
    delivered  integer not null,
    content    jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    comment    text not null,
    primary key (id, version)
);

comment on column profile.delivered is 'the version of the delivered profile it is made from';
