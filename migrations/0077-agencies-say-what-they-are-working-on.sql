-- Topics that an agency tells the others of the installation it is working on: these words alone, never a draft.
create table topic_claim (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  title text not null check (title <> ''),
  words text check (words <> ''),
  planned_on date not null,
  contact text not null check (contact <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  foreign key (agency_id, made_by) references person (agency_id, id),
  foreign key (agency_id, ended_by) references person (agency_id, id),
  constraint topic_claim_ended_by_somebody check ((ended_by is null) = (ended_at is null))
);
create index topic_claim_open on topic_claim (planned_on) where ended_at is null;
grant select, insert on topic_claim to gandan_serving;
grant update (ended_by, ended_at) on topic_claim to gandan_serving;
