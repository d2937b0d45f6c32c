-- Whose meeting it is, for people, and what of it did not go as asked.
alter table occurrence add column zoom_user_email varchar(320);
alter table occurrence add column refused_hosts varchar;           -- JSON: alternative hosts that Zoom refuses, with its words
alter table occurrence add column dial_in varchar(1000);           -- numbers to call, one a line
