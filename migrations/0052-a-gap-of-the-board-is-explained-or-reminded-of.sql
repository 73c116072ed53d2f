-- Why a row of the coverage board has no proof between two days: a person's word, changed or withdrawn, never deleted;
-- and on which day its units were reminded. A row is a clause, a unit, or one that is neither.
create table gap_reason (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  clause_id uuid,
  unit_id uuid,
  other_row text check (other_row in ('phu-luc', 'bo-sung', 'moi-don-vi', 'chua-giao')),
  first_day date not null,
  last_day date not null,
  reason text not null check (reason <> ''),
  given_by uuid not null,
  given_at timestamptz not null default now(),
  changed_by uuid,
  changed_at timestamptz,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, given_by) references person (agency_id, id),
  foreign key (agency_id, changed_by) references person (agency_id, id),
  foreign key (agency_id, withdrawn_by) references person (agency_id, id),
  constraint gap_reason_of_one_row check (num_nonnulls(clause_id, unit_id, other_row) = 1),
  constraint gap_reason_days check (first_day <= last_day),
  constraint gap_reason_changed_by_whom check ((changed_by is null) = (changed_at is null)),
  constraint gap_reason_withdrawn_by_whom check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index gap_reason_holds_once on gap_reason
  (plan_id, coalesce(clause_id::text, unit_id::text, other_row), first_day, last_day) where withdrawn_at is null;

create table gap_reminder (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  clause_id uuid,
  unit_id uuid,
  other_row text check (other_row in ('phu-luc', 'bo-sung', 'moi-don-vi', 'chua-giao')),
  first_day date not null,
  last_day date not null,
  day date not null,
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  people integer not null check (people > 0),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, sent_by) references person (agency_id, id),
  constraint gap_reminder_of_one_row check (num_nonnulls(clause_id, unit_id, other_row) = 1)
);
create unique index gap_reminder_once_a_day on gap_reminder
  (plan_id, coalesce(clause_id::text, unit_id::text, other_row), first_day, last_day, day);

-- Proofs are counted by the days of a period and by what they name.
create index evidence_by_day on evidence (agency_id, at) where withdrawn_at is null;
create index evidence_obligation_by_obligation on evidence_obligation (obligation_id);

grant select, insert on gap_reason, gap_reminder to gandan_serving;
grant update (reason, changed_by, changed_at, withdrawn_by, withdrawn_at) on gap_reason to gandan_serving;
