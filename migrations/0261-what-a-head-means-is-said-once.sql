-- What an agency's people said that a head of a column means in lists of a sort; '' where it is not taken.
create table sheet_head (
  agency_id uuid not null references agency (id) on delete cascade,
  list text not null check (btrim(list) <> ''),
  -- By its letters and digits alone.
  head text not null check (head <> ''),
  field text not null,
  said_at timestamptz not null,
  primary key (agency_id, list, head)
);
grant select, insert, update on sheet_head to gandan_serving;
