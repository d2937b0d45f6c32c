-- Members of staff whose meetings are made under another Zoom user than the workspace's: their own, or one that they share.
create table host_connection (
  workspace_id    varchar(40)  not null references workspace (id),
  host_email      varchar(320) not null,              -- in small letters
  grant_id        uuid         references zoom_grant (id),
  own             boolean      not null,              -- connected by that person; else chosen by an administrator
  status          varchar(20)  not null,              -- NOT_CONNECTED, CONNECTED, RECONNECT_REQUIRED
  problem         varchar(1000),
  invitation_hash varchar(64),                        -- SHA-256 of the link's token, hex; it is good once
  invited_until   timestamp with time zone,
  connected_at    timestamp with time zone,
  primary key (workspace_id, host_email)
);
create index host_connection_grant on host_connection (grant_id);
create index host_connection_invitation on host_connection (invitation_hash);

alter table booking add column host_email varchar(320);      -- in small letters; null: of an earlier version, or erased
alter table occurrence add column attempt_user varchar(100); -- under which Zoom user a meeting is being made
create index occurrence_host on occurrence (zoom_user_id, start_at);
