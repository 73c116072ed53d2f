-- So many days before the way in to an account ends it is told, the most first: until an agency says otherwise, 14, 7 and 1.
create table connection_warning (
  agency_id uuid primary key references agency (id) on delete cascade,
  warned_days jsonb not null check (
    jsonb_typeof(warned_days) = 'array' and jsonb_array_length(warned_days) between 1 and 5
    and not jsonb_path_exists(warned_days, '$[*] ? (@.type() != "number" || @ < 1 || @ > 90)')
  ),
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert, update on connection_warning to gandan_serving;
