-- Whether an agency lets a machine's voice go out, and what that voice says of itself.
create table machine_voice (
  agency_id uuid primary key references agency (id) on delete cascade,
  is_allowed boolean not null,
  voice text not null,
  label text not null check (label <> ''),
  changed_by uuid not null,
  changed_at timestamptz not null,
  foreign key (agency_id, changed_by) references person (agency_id, id)
);
-- What a recording says that a machine has read, word for word.
create table media_spoken (
  media_id uuid primary key references media_asset (id) on delete cascade,
  agency_id uuid not null references agency (id) on delete cascade,
  voice text not null,
  label text not null,
  said text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  foreign key (agency_id, made_by) references person (agency_id, id)
);
grant select, insert, update on machine_voice to gandan_serving;
grant select, insert on media_spoken to gandan_serving;
