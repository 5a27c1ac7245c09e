-- How long making a list took, for whoever runs the platform.
alter table crl add column made_in_millis bigint;
