-- Who has an item open for writing: told to the others, handed over on request or taken. It guards no text (saving on a
-- stale revision is refused by the revision itself), so a row that nobody refreshes simply lapses.
create table content_hold (
  item_id uuid primary key,
  agency_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  -- Who would like to write next.
  asked_by uuid,
  asked_at timestamptz,
  check ((asked_by is null) = (asked_at is null)),
  check (asked_by <> person_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade,
  foreign key (agency_id, asked_by) references person (agency_id, id) on delete cascade
);
grant select, insert, update, delete on content_hold to gandan_serving;
