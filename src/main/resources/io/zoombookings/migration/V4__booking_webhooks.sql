-- Booking systems that post webhooks of their own.
create table booking_webhook (
  id            uuid        primary key,
  workspace_id  varchar(40) not null references workspace (id),
  source        varchar(20) not null,                 -- calcom, calendly, easyappointments, acuity, square
  secret        bytea,                                -- sealed: signs or accompanies what the system posts
  api_url       varchar(2000),
  api_user      varchar(200),
  api_key       bytea,                                -- sealed
  time_zone     varchar(50),
  host_email    varchar(254),
  trusted       boolean     not null,                 -- set by an administrator of all workspaces: any address counts
  changed_at    timestamp with time zone not null,
  failures      integer     not null,                 -- of calls to the system, in a row
  blocked_until timestamp with time zone,             -- the system does not answer: no calls before
  unique (workspace_id, source)
);

-- Verified webhooks, stored before they are answered.
create table booking_webhook_event (
  id           uuid         primary key,
  arrival      bigint       generated always as identity,
  workspace_id varchar(40)  not null,
  source       varchar(20)  not null,
  subject      varchar(200) not null,                 -- the system's id of the booking
  delivery     varchar(100) not null,                 -- the same for repetitions of one delivery
  body         bytea        not null,                 -- sealed
  received_at  timestamp with time zone not null,
  state        varchar(10)  not null,                 -- PENDING, DONE, FAILED
  problem      varchar(1000),
  attempts     integer      not null,
  due_at       timestamp with time zone,
  lease        uuid,
  unique (workspace_id, source, delivery)
);
create index booking_webhook_event_due on booking_webhook_event (due_at);
create index booking_webhook_event_subject on booking_webhook_event (workspace_id, source, subject, arrival);
create index booking_webhook_event_state on booking_webhook_event (workspace_id, source, state, received_at);

-- The latest word about one person in one appointment, where a system tells of each person, or of each move, alone.
create table booking_webhook_seat (
  workspace_id varchar(40)  not null,
  source       varchar(20)  not null,
  slot         varchar(100) not null,                 -- the system's id of the appointment
  person       varchar(320) not null,                 -- its id of the person in it, or *: everybody
  told_at      timestamp with time zone not null,     -- when the latest word was said
  gone         boolean      not null,                 -- that word was a cancellation
  previous     varchar(320),                          -- the slot, or the person, that this one continues
  email        varchar(320),
  starts_at    timestamp with time zone,
  event        varchar      not null,                 -- JSON: the booking event of that word
  primary key (workspace_id, source, slot, person)
);
create index booking_webhook_seat_person on booking_webhook_seat (workspace_id, source, person);
create index booking_webhook_seat_previous on booking_webhook_seat (workspace_id, source, previous);

-- The bookings that were made of appointments.
create table booking_webhook_booking (
  workspace_id varchar(40)  not null,
  source       varchar(20)  not null,
  booking_id   varchar(100) not null,
  slot         varchar(100) not null,                 -- the appointment that it stands for now
  version      bigint       not null,                 -- of its latest event
  digest       varchar(64)  not null,                 -- of that event, SHA-256, hex
  primary key (workspace_id, source, booking_id)
);
create index booking_webhook_booking_slot on booking_webhook_booking (workspace_id, source, slot);
