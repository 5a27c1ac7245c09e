-- A holder whose address was wrong gets another URL, derived from an id of its own; the first one leads nowhere.
alter table holder_enrolment add column url_id uuid;
