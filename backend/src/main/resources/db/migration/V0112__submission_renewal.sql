-- A link may be for the renewal of certain certificates, and a submission says which of them it is about, in the order of its lines.
alter table submission_link add column renews uuid[] not null default '{}';
alter table submission add column renews uuid[] not null default '{}';
