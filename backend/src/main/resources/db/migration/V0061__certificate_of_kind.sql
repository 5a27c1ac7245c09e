-- People look through one kind; of a rare one a page is read without the others.
create index certificate_of_kind on certificate (tenant_id, kind, id);
