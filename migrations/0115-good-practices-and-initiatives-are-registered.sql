-- The register of good practices and initiatives: what a unit does, who, with which result and what proves it, whether it
-- was recognised, who took it over, and which texts tell of it. Made from a tip or directly.
create table good_practice (
  -- Made by who registers it: the same one sent again is the same entry.
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  kind text not null check (kind in ('practice', 'initiative')),
  title text not null check (title <> ''),
  authors text not null default '',
  what text not null check (what <> ''),
  result text not null default '',
  -- What proves the result: an address, or where it can be looked up.
  proof_url text check (proof_url ~ '^https?://'),
  proof_note text check (proof_note <> ''),
  begun_on date,
  decision_number text check (decision_number <> ''),
  decision_on date,
  decision_by text check (decision_by <> ''),
  -- Title, authors, what and result without diacritics and capitals, for the search.
  words_plain text not null,
  state text not null default 'proposed' check (state in ('proposed', 'registered', 'refused', 'ended')),
  tip_id uuid,
  registered_by uuid not null,
  registered_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text check (reason <> ''),
  updated_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, tip_id) references tip (agency_id, id),
  foreign key (agency_id, registered_by) references person (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  constraint good_practice_recognised_by_a_decision check (decision_number is not null or num_nonnulls(decision_on, decision_by) = 0),
  constraint good_practice_decided_by_somebody check ((state <> 'proposed') = (decided_by is not null and decided_at is not null)),
  constraint good_practice_left_with_a_reason check ((state in ('refused', 'ended')) = (reason is not null))
);
create index good_practice_newest on good_practice (agency_id, registered_at desc, id desc);
create unique index good_practice_of_tip on good_practice (tip_id) where state <> 'refused';

-- Who took it over: a unit of the agency, or a place elsewhere in words.
create table good_practice_spread (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  practice_id uuid not null,
  unit_id uuid,
  place text check (place <> ''),
  since date,
  note text check (note <> ''),
  noted_by uuid not null,
  noted_at timestamptz not null,
  unique (practice_id, unit_id),
  foreign key (agency_id, practice_id) references good_practice (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, noted_by) references person (agency_id, id),
  constraint good_practice_spread_to_one check (num_nonnulls(unit_id, place) = 1)
);

create table good_practice_text (
  agency_id uuid not null references agency (id) on delete cascade,
  practice_id uuid not null,
  item_id uuid not null,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (practice_id, item_id),
  foreign key (agency_id, practice_id) references good_practice (agency_id, id) on delete cascade,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, linked_by) references person (agency_id, id)
);
create index good_practice_text_by_item on good_practice_text (item_id);

grant select, insert, update on good_practice to gandan_serving;
grant select, insert, delete on good_practice_spread, good_practice_text to gandan_serving;

-- A tip may be used for an entry of the register.
alter table tip
  add column practice_id uuid,
  add foreign key (agency_id, practice_id) references good_practice (agency_id, id),
  drop constraint tip_used_for_one_thing,
  add constraint tip_used_for_one_thing check (
    (state = 'used') = (num_nonnulls(item_id, story_id, practice_id) = 1)
    and num_nonnulls(item_id, story_id, practice_id) < 2
  );
grant update (practice_id) on tip to gandan_serving;
