-- How an agency looks after a section that the rules on portals ask for; without a row the usual holds.
create table site_section (
  agency_id uuid not null references agency (id) on delete cascade,
  slug text not null check (slug <> ''),
  owner_unit_id uuid,
  -- Looked over again after so many days; counted from the last change or the last look.
  review_days smallint not null check (review_days between 7 and 1100),
  -- Where it stands, if not here.
  elsewhere text check (elsewhere ~ '^https?://'),
  -- Why there is nothing to publish.
  absent_reason text check (btrim(absent_reason) <> ''),
  reviewed_at timestamptz,
  reviewed_by_name text,
  primary key (agency_id, slug),
  foreign key (agency_id, owner_unit_id) references unit (agency_id, id),
  constraint site_section_one_way check (num_nonnulls(elsewhere, absent_reason) <= 1),
  constraint site_section_reviewed_whole check (num_nonnulls(reviewed_at, reviewed_by_name) in (0, 2))
);
-- Published texts that make up a section; written, approved and corrected like every text.
create table site_section_text (
  agency_id uuid not null references agency (id) on delete cascade,
  slug text not null check (slug <> ''),
  item_id uuid not null references content_item (id) on delete cascade,
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (agency_id, slug, item_id),
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred
);
-- What the agency and its units are called in English; null unit: the agency itself.
create table english_name (
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid,
  name text not null check (btrim(name) <> ''),
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);
create unique index english_name_once on english_name (agency_id, unit_id) nulls not distinct;
grant select, insert, update on site_section to gandan_serving;
grant select, insert, delete on site_section_text to gandan_serving;
grant select, insert, update, delete on english_name to gandan_serving;

-- Sites that may show our news in a frame; nobody unless named.
alter table site_setting add column frame_hosts text[] not null default '{}';
