-- A certificate whose successor nobody collected in time counts as not renewed: those whose successors wait are few, and are looked through for it.
create index certificate_not_collected on certificate (tenant_id, id) where renewal = 'NOT_COLLECTED';
