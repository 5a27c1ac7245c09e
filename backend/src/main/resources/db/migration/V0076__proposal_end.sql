-- What waits for a second person does not wait for ever.

alter table desk_action add column lapses_at timestamptz;
update desk_action set lapses_at = now() + interval '14 days' where state = 'PROPOSED';
create index desk_action_lapsing on desk_action (lapses_at) where state = 'PROPOSED';

alter table request_file add column lapses_at timestamptz;
update request_file set lapses_at = now() + interval '14 days' where state = 'PROPOSED';
create index request_file_lapsing on request_file (lapses_at) where state = 'PROPOSED';
