-- The index of ends is for those who ask for ends alone and say so. The renewal desk asks for a kind and a state besides; where nearly all
-- certificates are of one kind, PostgreSQL takes both indexes for equally good, and by this one it would read the whole window for each kind and state.
drop index certificate_by_expiry;
create index certificate_by_expiry on certificate (tenant_id, not_after, id) where not_after > '-infinity';
