-- A version of a plan handed to other agencies of the installation: what it said then, and what became of it with each.
-- An agency sees nothing of another's plan but what stands here for it, and only until it is taken back.
alter table plan_import add unique (agency_id, id);

create table plan_handover (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  version integer not null,
  message text check (message <> ''),
  said jsonb not null,
  -- The file that the version was read from, where it is handed over with it.
  file_import_id uuid references plan_import (id) on delete set null,
  given_by uuid not null,
  given_at timestamptz not null,
  unique (agency_id, id),
  unique (id, plan_id, version),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (plan_id, version) references plan_version (plan_id, version),
  foreign key (agency_id, given_by) references person (agency_id, id)
);

create table plan_handover_receipt (
  agency_id uuid not null references agency (id) on delete cascade,
  handover_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  receiver_id uuid not null references agency (id) on delete cascade,
  opened_by uuid,
  opened_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  taken_back_by uuid,
  taken_back_at timestamptz,
  taken_back_reason text check (taken_back_reason <> ''),
  -- The plan of the receiver that was made of it, to be held beside its own ones; stays when it is taken back.
  adopted_plan_id uuid,
  -- The receiver's preview of a newer version, held against that plan.
  import_id uuid references plan_import (id) on delete set null,
  primary key (handover_id, receiver_id),
  foreign key (agency_id, handover_id) references plan_handover (agency_id, id) on delete cascade,
  foreign key (handover_id, plan_id, version) references plan_handover (id, plan_id, version) on delete cascade,
  foreign key (receiver_id, opened_by) references person (agency_id, id),
  foreign key (receiver_id, acknowledged_by) references person (agency_id, id),
  foreign key (agency_id, taken_back_by) references person (agency_id, id),
  foreign key (receiver_id, adopted_plan_id) references plan (agency_id, id),
  constraint plan_handover_to_another_agency check (receiver_id <> agency_id),
  constraint plan_handover_opened_by_somebody check ((opened_by is null) = (opened_at is null)),
  constraint plan_handover_acknowledged_by_somebody check ((acknowledged_by is null) = (acknowledged_at is null)),
  constraint plan_handover_taken_back_with_a_reason check (
    num_nonnulls(taken_back_by, taken_back_at, taken_back_reason) in (0, 3)
  )
);
create unique index plan_handed_over_once on plan_handover_receipt (plan_id, version, receiver_id)
  where taken_back_at is null;
create index plan_handover_receipt_received on plan_handover_receipt (receiver_id, plan_id);

grant select, insert on plan_handover, plan_handover_receipt to gandan_serving;
grant update (
  opened_by, opened_at, acknowledged_by, acknowledged_at, taken_back_by, taken_back_at, taken_back_reason,
  adopted_plan_id, import_id
) on plan_handover_receipt to gandan_serving;
