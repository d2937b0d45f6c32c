-- What was given up and waits for an administrator, by indexes over that alone.
alter table zoom_event add column problem varchar(1000);
alter table zoom_event add column given_up_at timestamp with time zone;
create index zoom_event_given_up on zoom_event (given_up_at);
alter table outcome add column failed_at timestamp with time zone;
create index outcome_failed on outcome (failed_at);
create index booking_webhook_event_failed on booking_webhook_event (state, workspace_id);
