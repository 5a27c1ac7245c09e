-- A submission may be approved but for some of its lines: which, and the names they are about, as whoever handed it in is told.

alter table submission
    add column refused_lines bigint[] not null default '{}',
    add column refused_names text[] not null default '{}';
