-- Anybody reports a key: nobody's account, a word of the reporter, from which network, and how often a proof was tried.
alter table key_compromise
    alter column opened_by drop not null,
    alter column opener drop not null,
    add column comment text,
    add column reported_from text,
    add column attempts integer not null default 0;
create index key_compromise_reported on key_compromise (reported_from, opened_at) where reported_from is not null;
create index key_compromise_open on key_compromise (id) where submitted_at is null;
