-- What Zoom was asked may take effect long after nobody waits for its reply any more: until that is impossible, and while a
-- reason to look has not been answered, Zoom is looked at again at look_at. Beside create_attempt_at stands when an update
-- may have been sent whose reply is not known; recheck says that there are reasons to look, rechecks how many.
alter table occurrence add column update_attempt_at timestamp with time zone;
alter table occurrence add column look_at timestamp with time zone;
alter table occurrence add column rechecks integer default 0 not null;
-- Few rows have one; an event of Zoom about a new meeting asks which of them it may concern.
create index occurrence_look on occurrence (look_at);
