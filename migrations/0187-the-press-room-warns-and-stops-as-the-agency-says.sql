-- When the press room warns and when it stops an address: until an agency says otherwise, as it always was.
create table press_limit (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- So many days before somebody's term ends it is told, the most first.
  warned_days jsonb not null check (
    jsonb_typeof(warned_days) = 'array' and jsonb_array_length(warned_days) between 1 and 5
    and not jsonb_path_exists(warned_days, '$[*] ? (@.type() != "number" || @ < 1 || @ > 90)')
  ),
  -- An address that is not taken so often within so many days is written to no more.
  soft_most smallint not null check (soft_most between 1 and 20),
  soft_days smallint not null check (soft_days between 1 and 365),
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on press_limit to gandan_serving;
