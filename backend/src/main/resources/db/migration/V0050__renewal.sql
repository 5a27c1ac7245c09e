-- What a certificate took the place of; renewed_by of the other one leads back. People are asked once more to revoke the old one.
alter table certificate
    add column renews uuid,
    add column replacement_asked_at timestamptz;
create index certificate_renewal on certificate (tenant_id, collected_at) where renews is not null;
