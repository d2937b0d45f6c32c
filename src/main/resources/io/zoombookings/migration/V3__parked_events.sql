-- Messages of a broker that no repetition can make a booking event; kept until an administrator replays or drops them.
create table parked_event (
  id          uuid         primary key,
  received_at timestamp with time zone not null,
  source      varchar(500) not null,                  -- the endpoint it came from, without what may be secret
  workspace   varchar(200),                           -- as far as the message names one
  body        bytea        not null,                  -- sealed: the message with its headers that count, JSON
  problem     varchar(2000) not null,
  replayed_at timestamp with time zone
);
create index parked_event_received on parked_event (received_at);

-- Outcomes of a booking leave in order, and are retried with it.
create index outcome_booking on outcome (booking);
