-- Clauses and tasks of a confirmed plan can be taken out, as long as nothing hangs on them: what does is never taken
-- along with them.
alter table plan_clause drop constraint plan_clause_parent_id_fkey,
  add constraint plan_clause_parent_id_fkey foreign key (parent_id) references plan_clause (id);
alter table obligation drop constraint obligation_agency_id_clause_id_fkey,
  add constraint obligation_agency_id_clause_id_fkey foreign key (agency_id, clause_id) references plan_clause (agency_id, id);
alter table task drop constraint task_agency_id_clause_id_fkey,
  add constraint task_agency_id_clause_id_fkey foreign key (agency_id, clause_id) references plan_clause (agency_id, id);
alter table evidence_task drop constraint evidence_task_agency_id_task_id_fkey,
  add constraint evidence_task_agency_id_task_id_fkey foreign key (agency_id, task_id) references task (agency_id, id);
alter table evidence_clause drop constraint evidence_clause_agency_id_clause_id_fkey,
  add constraint evidence_clause_agency_id_clause_id_fkey foreign key (agency_id, clause_id) references plan_clause (agency_id, id);
alter table content_task drop constraint content_task_agency_id_task_id_fkey,
  add constraint content_task_agency_id_task_id_fkey foreign key (agency_id, task_id) references task (agency_id, id);
alter table content_clause drop constraint content_clause_agency_id_clause_id_fkey,
  add constraint content_clause_agency_id_clause_id_fkey foreign key (agency_id, clause_id) references plan_clause (agency_id, id);
grant delete on plan_clause, task to gandan_serving;

-- A span of time begins before it ends; the two days of one that was written the wrong way round are put right.
update task set due_from = due_to, due_to = due_from where due_from > due_to;
set constraints all immediate;
alter table task add constraint task_due_from_before_to check (due_from <= due_to);
