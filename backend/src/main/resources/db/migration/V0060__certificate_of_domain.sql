-- A list of one domain's certificates follows an index, whatever the others have.
create index certificate_of_domain on certificate (tenant_id, domain, id);
