-- A proof that was made for a clause as a whole: it shows that the clause was worked on, and discharges no obligation by itself.
create table evidence_clause (
  agency_id uuid not null,
  evidence_id uuid not null,
  clause_id uuid not null,
  primary key (evidence_id, clause_id),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id) on delete cascade,
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete cascade
);
create index evidence_clause_by_clause on evidence_clause (clause_id);

grant select, insert on evidence_clause to gandan_serving;
