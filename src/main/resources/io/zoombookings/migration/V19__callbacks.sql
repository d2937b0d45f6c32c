-- A workspace may have several callbacks, each with a secret of its own; the one in the table workspace stays beside them.
create table callback (
  id            uuid          primary key,
  workspace_id  varchar(40)   not null references workspace (id),
  url           varchar(2000) not null,
  events        varchar(200)  not null,               -- types of outcomes, separated by commas; empty: all
  secret        bytea         not null,               -- sealed
  former_secret bytea,                                -- sealed: signs too, until former_until
  former_until  timestamp with time zone,
  created_at    timestamp with time zone not null
);
create index callback_workspace on callback (workspace_id);

-- Of the target HOOK, which the former version does not look for: which callback.
alter table outcome add column callback uuid;
create index outcome_callback_due on outcome (callback, due_at, id);

-- What came of each attempt to tell a callback.
create table outcome_attempt (
  id      uuid not null primary key,
  outcome uuid not null references outcome (id) on delete cascade,
  at      timestamp with time zone not null,
  problem varchar(1000)                               -- null: it was taken
);
create index outcome_attempt_outcome on outcome_attempt (outcome);
