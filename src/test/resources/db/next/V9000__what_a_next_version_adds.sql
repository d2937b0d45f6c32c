-- Everything that a migration may do to the tables of the version before it; see docs/upgrades.md.
create table next_thing (
  id      uuid         primary key,
  booking uuid         references booking (id),
  name    varchar(100) not null
);
create unique index next_thing_name on next_thing (name);
insert into next_thing (id, name) values ('0190f3a4-0000-7000-8000-000000000001', 'first');

alter table workspace add column next_text varchar(20);
alter table administrator add column next_text varchar(20);
alter table api_key add column next_text varchar(20);
alter table zoom_grant add column next_text varchar(20);
alter table zoom_connection add column next_text varchar(20);
alter table zoom_usage add column next_number integer default 1 not null;
alter table booking add column next_number integer default 1 not null;
alter table booking_event add column next_number integer default 1 not null;
alter table occurrence add column next_number integer default 1 not null;
alter table notification add column next_number integer default 1 not null;
alter table notification_occurrence add column next_number integer default 1 not null;
alter table outcome add column next_number integer default 1 not null;
alter table zoom_event add column next_text varchar(20);
alter table audit_entry add column next_text varchar(20);
alter table parked_event add column next_text varchar(20);
alter table encryption_key add column next_text varchar(20);

update workspace set next_text = 'of before';
create index booking_next on booking (next_number);
