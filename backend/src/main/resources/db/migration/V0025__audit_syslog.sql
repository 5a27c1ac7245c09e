-- How many leaves of the history the syslog server got. One row.
create table audit_syslog (
    singleton   boolean primary key check (singleton),
    sent        bigint not null
);
insert into audit_syslog (singleton, sent) values (true, 0);
