-- Guidance of the standing office to units: each edition with its words, which unit acknowledged which edition, and
-- what its people asked. Nothing of it is deleted; what is withdrawn keeps its reason.
create table guidance (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid,
  clause_id uuid,
  to_all boolean not null,
  -- The one that holds.
  edition integer not null default 1 check (edition >= 1),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text check (withdrawn_reason <> ''),
  unique (agency_id, id),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id),
  foreign key (agency_id, withdrawn_by) references person (agency_id, id),
  constraint guidance_clause_with_its_plan check (clause_id is null or plan_id is not null),
  constraint guidance_withdrawn_with_a_reason check (
    num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_reason) in (0, 3)
  )
);

create table guidance_edition (
  agency_id uuid not null references agency (id) on delete cascade,
  guidance_id uuid not null,
  edition integer not null check (edition >= 1),
  title text not null check (title <> ''),
  text text not null check (text <> ''),
  changed text check (changed <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (agency_id, guidance_id, edition),
  foreign key (agency_id, guidance_id) references guidance (agency_id, id),
  foreign key (agency_id, made_by) references person (agency_id, id),
  constraint guidance_edition_says_what_changed check ((changed is not null) = (edition > 1))
);

create table guidance_receipt (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  guidance_id uuid not null,
  edition integer not null,
  unit_id uuid not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  foreign key (agency_id, guidance_id, edition) references guidance_edition (agency_id, guidance_id, edition),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, acknowledged_by) references person (agency_id, id),
  constraint guidance_receipt_acknowledged_by_somebody check (
    (acknowledged_by is null) = (acknowledged_at is null)
  )
);
create unique index guidance_receipt_once on guidance_receipt (guidance_id, edition, unit_id);
create index guidance_receipt_waiting on guidance_receipt (agency_id, unit_id) where acknowledged_at is null;

create table guidance_question (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  guidance_id uuid not null,
  -- The one that held when it was asked.
  edition integer not null,
  unit_id uuid not null,
  what text not null check (what <> ''),
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text check (answer <> ''),
  answered_by uuid,
  answered_at timestamptz,
  -- Read by every unit that the guidance was sent to, or by the asker's alone.
  to_all boolean,
  foreign key (agency_id, guidance_id, edition) references guidance_edition (agency_id, guidance_id, edition),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, asked_by) references person (agency_id, id),
  foreign key (agency_id, answered_by) references person (agency_id, id),
  constraint guidance_question_answered_whole check (
    num_nonnulls(answer, answered_by, answered_at, to_all) in (0, 4)
  )
);
create index guidance_question_of on guidance_question (guidance_id, asked_at);

grant select, insert on guidance, guidance_edition, guidance_receipt, guidance_question to gandan_serving;
grant update (edition, withdrawn_by, withdrawn_at, withdrawn_reason) on guidance to gandan_serving;
-- What a unit that is no more had not acknowledged waits for its heir.
grant update (unit_id, acknowledged_by, acknowledged_at), delete on guidance_receipt to gandan_serving;
grant update (answer, answered_by, answered_at, to_all) on guidance_question to gandan_serving;
