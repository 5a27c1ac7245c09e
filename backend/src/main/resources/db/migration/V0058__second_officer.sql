-- A second officer who agreed to a large file.

alter table request_file
    add column approved_at timestamptz,
    add column approved_by uuid,
    add column approver    text;
