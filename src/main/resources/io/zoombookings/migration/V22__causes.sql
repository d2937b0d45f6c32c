-- Why something waits or failed, as a kind with the arguments of its sentence (JSON); see Cause. The sentence is written
-- beside it, since nodes of the former version read it, and write it alone.
alter table occurrence add column problem_kind varchar(40);
alter table occurrence add column problem_arguments varchar(4000);
alter table notification add column problem_kind varchar(40);
alter table notification add column problem_arguments varchar(4000);
-- Of a mail that tells a problem: what it tells.
alter table notification add column detail_kind varchar(40);
alter table notification add column detail_arguments varchar(4000);
alter table zoom_grant add column blocked_kind varchar(40);
alter table zoom_grant add column blocked_arguments varchar(4000);
