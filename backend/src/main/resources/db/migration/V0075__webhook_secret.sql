-- Secrets of webhooks are replaced in place: for a time messages carry the signature of the previous one as well.

alter table webhook add column secret_version integer not null default 1;
alter table webhook add column previous_secret bytea;
alter table webhook add column previous_secret_until timestamptz;
alter table webhook add constraint webhook_previous_secret check ((previous_secret is null) = (previous_secret_until is null));
create index webhook_previous_secret_ended on webhook (previous_secret_until) where previous_secret is not null;
