-- What of a receiver is due, in order of time, is read from the index alone, however much waits for others.
create index outcome_lane_due on outcome (workspace_id, target, due_at, id);
