-- One schema for PostgreSQL and for H2 in its PostgreSQL mode.
-- Due work: a row with due_at is work to do from that instant on. A claim moves due_at behind the lease and writes a
-- fresh lease token; a finish counts only while the token is still its own; a lease that ran out is simply due again.

create table workspace (
  id              varchar(40)  primary key,
  name            varchar(200) not null,
  settings        varchar      not null,              -- JSON, see WorkspaceSettings
  passcode        bytea,                              -- sealed: the fixed passcode of all meetings
  callback_url    varchar(2000),
  callback_secret bytea,                              -- sealed
  created_at      timestamp with time zone not null
);

create table administrator (
  username       varchar(100) primary key,
  password_hash  varchar(200) not null,
  given_hash     varchar(200),                        -- of the last ADMIN_PASSWORD, to notice another one
  email          varchar(320) not null,
  all_workspaces boolean      not null,
  created_at     timestamp with time zone not null
);

create table administrator_workspace (
  username     varchar(100) not null references administrator (username) on delete cascade,
  workspace_id varchar(40)  not null references workspace (id),
  primary key (username, workspace_id)
);

create table api_key (
  id           uuid         primary key,
  workspace_id varchar(40)  not null references workspace (id),
  name         varchar(100) not null,
  secret_hash  varchar(64)  not null unique,          -- SHA-256 of 256 random bits, hex
  created_by   varchar(100) not null,
  created_at   timestamp with time zone not null,
  last_used_at timestamp with time zone,
  revoked_at   timestamp with time zone
);

-- A grant is what one Zoom user has allowed this app; several workspaces may share it.
create table zoom_grant (
  id             uuid         primary key,
  zoom_user_id   varchar(100) not null unique,
  account_id     varchar(100) not null,
  email          varchar(320) not null,
  display_name   varchar(200),
  plan           integer,                             -- 1 Basic, 2 Licensed (Zoom: user type)
  scopes         varchar      not null,
  access_token   bytea        not null,               -- sealed
  refresh_token  bytea        not null,               -- sealed
  expires_at     timestamp with time zone not null,
  refresh_due_at timestamp with time zone not null,
  token_version  bigint       not null,               -- rises with each new pair
  connected_at   timestamp with time zone not null,
  blocked_until  timestamp with time zone,            -- Zoom limits or fails this account: no calls before
  blocked_reason varchar(500),
  failures       integer      not null                -- transient failures in a row
);

create table zoom_connection (
  workspace_id  varchar(40) primary key references workspace (id),
  grant_id      uuid        references zoom_grant (id),
  status        varchar(20) not null,
  problem       varchar(1000),
  pending_since timestamp with time zone,
  connected_by  varchar(100),
  connected_at  timestamp with time zone
);
create index zoom_connection_grant on zoom_connection (grant_id);

-- Create and update requests of a meeting host on a UTC day (Zoom allows 100).
create table zoom_usage (
  zoom_user_id varchar(100) not null,
  utc_day      date         not null,
  used         integer      not null,
  primary key (zoom_user_id, utc_day)
);

create table booking (
  id           uuid         primary key,
  workspace_id varchar(40)  not null references workspace (id),
  booking_id   varchar(100) not null,
  state        varchar      not null,                 -- JSON of all that its events have come to, without passcode
  status       varchar(10)  not null,                 -- CONFIRMED, CANCELLED
  passcode     bytea,                                 -- sealed: the passcode the booking asks for
  created_at   timestamp with time zone not null,
  updated_at   timestamp with time zone not null,
  mail_due_at  timestamp with time zone,              -- when to look again which mails are owed
  erased_at    timestamp with time zone,
  unique (workspace_id, booking_id)
);
create index booking_mail_due on booking (mail_due_at);
create index booking_updated on booking (workspace_id, updated_at);

create table booking_event (
  workspace_id varchar(40)  not null references workspace (id),
  event_id     varchar(200) not null,
  booking_id   varchar(100) not null,
  received_at  timestamp with time zone not null,
  primary key (workspace_id, event_id)
);
create index booking_event_received on booking_event (received_at);

create table occurrence (
  id                  uuid        primary key,
  booking             uuid        not null references booking (id),
  workspace_id        varchar(40) not null references workspace (id),
  occurrence_id       varchar(60) not null,
  start_at            timestamp with time zone not null,
  duration_minutes    integer     not null,
  status              varchar(10) not null,           -- CONFIRMED, CANCELLED
  generation          bigint      not null,           -- rises when what is wanted changes
  observed_generation bigint      not null,           -- the generation Zoom agrees with
  meeting_state       varchar(20) not null,
  zoom_meeting_id     bigint,
  zoom_user_id        varchar(100),                   -- under whose account the meeting was made
  join_url            bytea,                          -- sealed
  passcode            bytea,                          -- sealed
  applied             varchar(64),                    -- fingerprint of what Zoom was told last
  create_attempt_at   timestamp with time zone,       -- a create may have been sent and its reply is not known
  recheck             boolean     not null,           -- Zoom may hold a surplus meeting of it: look
  remake              boolean     not null,           -- the meeting it has must go even if one is wanted
  attempts            integer     not null,
  due_at              timestamp with time zone,
  lease               uuid,
  problem             varchar(1000),
  unique (booking, occurrence_id)
);
create index occurrence_due on occurrence (due_at);
create index occurrence_workspace_due on occurrence (workspace_id, due_at);
create index occurrence_meeting on occurrence (zoom_meeting_id);
create index occurrence_start on occurrence (workspace_id, start_at);

create table notification (
  id           uuid         primary key,
  workspace_id varchar(40)  not null references workspace (id),
  booking      uuid         references booking (id),
  kind         varchar(20)  not null,
  role         varchar(10)  not null,                 -- GUEST, HOST, ADMIN
  recipient    varchar(320) not null,
  detail       varchar,                               -- JSON, what the letter needs beside the booking
  state        varchar(10)  not null,                 -- PENDING, SENT, FAILED
  attempts     integer      not null,
  due_at       timestamp with time zone,
  lease        uuid,
  problem      varchar(1000),
  created_at   timestamp with time zone not null,
  sent_at      timestamp with time zone
);
create index notification_due on notification (due_at);
create index notification_booking on notification (booking);

-- What a notification tells of each occurrence it is about.
create table notification_occurrence (
  notification     uuid        not null references notification (id) on delete cascade,
  occurrence       uuid        not null references occurrence (id),
  start_at         timestamp with time zone not null,
  duration_minutes integer     not null,
  title            varchar(1000) not null,
  zoom_meeting_id  bigint,                            -- null: it tells no link
  generation       bigint      not null,              -- of the occurrence when it was told
  sequence         integer     not null,              -- iCalendar SEQUENCE, rises for each recipient
  primary key (notification, occurrence)
);
create index notification_occurrence_occurrence on notification_occurrence (occurrence);

-- Outcomes owed to booking systems.
create table outcome (
  id           uuid        primary key,
  workspace_id varchar(40) not null references workspace (id),
  booking      uuid        not null references booking (id),
  type         varchar(20) not null,
  target       varchar(10) not null,                  -- RESULT, CALLBACK
  state        varchar(10) not null,
  attempts     integer     not null,
  due_at       timestamp with time zone,
  lease        uuid,
  problem      varchar(1000),
  created_at   timestamp with time zone not null
);
create index outcome_due on outcome (due_at);

-- Zoom's webhooks, stored before they are answered.
create table zoom_event (
  request_id  varchar(200) primary key,
  event       varchar(100) not null,
  body        bytea        not null,                  -- sealed: it may hold join links
  received_at timestamp with time zone not null,
  digest      varchar(64)  not null unique,           -- SHA-256 of the body, hex: the request id is not signed
  attempts    integer      not null,
  due_at      timestamp with time zone,
  lease       uuid
);
create index zoom_event_due on zoom_event (due_at);

create table audit_entry (
  id           uuid         primary key,
  workspace_id varchar(40),
  at           timestamp with time zone not null,
  actor        varchar(200) not null,
  action       varchar(60)  not null,
  subject      varchar(300),
  detail       varchar(1000)
);
create index audit_entry_at on audit_entry (workspace_id, at);

-- The keys that sealed values need: each that has been the primary one, until nothing is sealed with it any more.
create table encryption_key (
  key_id bigint primary key,                          -- Tink's id
  canary bytea  not null                              -- sealed with this key; shows at start whether the key is there
);
