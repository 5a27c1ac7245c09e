-- Keys that may be fetched as often as wanted, until their certificates end.
alter table escrowed_key add column repeatable boolean not null default false;
