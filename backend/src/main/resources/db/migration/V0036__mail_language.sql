-- In which language somebody wants their mails; null for as the tenant's policy says.
alter table account add column mail_language text;
create index account_with_mail_language on account (tenant_id, email) where mail_language is not null;
