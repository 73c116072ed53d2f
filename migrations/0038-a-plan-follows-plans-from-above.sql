-- A plan of another agency is read in to be held beside the own ones: it is never carried out or published here.
alter table plan
  add issuer text check (issuer <> ''),
  add constraint plan_of_another_is_only_read check (
    issuer is null or (standing <> 'in-force' and published_at is null and document_id is null)
  );

-- Whose plans a plan follows: one that was read in, or a document of the register.
create table plan_parent (
  id uuid primary key,
  agency_id uuid not null,
  plan_id uuid not null,
  parent_plan_id uuid check (parent_plan_id <> plan_id),
  document_id uuid,
  constraint plan_parent_is_one_thing check (num_nonnulls(parent_plan_id, document_id) = 1),
  foreign key (agency_id, plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, parent_plan_id) references plan (agency_id, id) on delete cascade,
  foreign key (agency_id, document_id) references official_document (agency_id, id) on delete cascade
);
create unique index plan_parent_once on plan_parent (plan_id, coalesce(parent_plan_id, document_id));

-- Which clauses here carry out a clause from above.
create table plan_clause_parent (
  agency_id uuid not null,
  clause_id uuid not null,
  parent_clause_id uuid not null check (parent_clause_id <> clause_id),
  primary key (clause_id, parent_clause_id),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete cascade,
  foreign key (agency_id, parent_clause_id) references plan_clause (agency_id, id) on delete cascade
);
create index plan_clause_parent_by_parent on plan_clause_parent (parent_clause_id);

grant select, insert, delete on plan_parent, plan_clause_parent to gandan_serving;
