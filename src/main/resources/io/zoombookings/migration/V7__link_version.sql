-- A meeting that stays may get another link, with another passcode: people are told.
alter table occurrence add column link_version integer default 0 not null;
alter table notification_occurrence add column link_version integer default 0 not null;
