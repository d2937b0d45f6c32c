-- Whence somebody came, and the entry's place in the chain that shows what was changed or taken away afterwards.
alter table audit_entry add column address varchar(60);
alter table audit_entry add column position bigint;
alter table audit_entry add column digest varchar(64);
alter table audit_entry add column chain varchar(64);
alter table audit_entry add column erased_at timestamp with time zone;
create index audit_entry_position on audit_entry (position);

-- One row: where the chain ends, and where it begins since older entries were forgotten.
create table audit_chain (
  id            integer     primary key,
  hmac_key      bytea       not null,                 -- sealed
  position      bigint      not null,
  hash          varchar(64) not null,
  base_position bigint      not null,
  base_hash     varchar(64) not null
);
