-- What of a workspace is due, in order of start, is read from the index alone, however much waits.
create index occurrence_workspace_due_start on occurrence (workspace_id, due_at, start_at, id);
