-- What a unit sends to the editors: a few words, pictures, a recording. It is made into a text or a story, joined to one
-- that is there, merged into another tip or declined with a reason; one thing at a time.
create table tip (
  -- Made by the sender: the same one sent again is the same tip.
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  sent_by uuid not null,
  kind text not null check (kind <> ''),
  words text not null check (words <> ''),
  -- Without diacritics and capitals, for the search.
  words_plain text not null,
  sent_at timestamptz not null,
  state text not null default 'sent' check (state in ('sent', 'taken', 'used', 'merged', 'declined', 'withdrawn')),
  taken_by uuid,
  taken_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text check (reason <> ''),
  item_id uuid,
  story_id uuid,
  -- The text or story was begun from this tip.
  begun boolean not null default false,
  merged_into uuid,
  is_merged boolean not null default false,
  -- Always false where there is one: what is merged is merged into a tip that is not merged itself.
  into_merged boolean,
  -- The public page of its text names the unit.
  credited boolean not null default false,
  unique (agency_id, id),
  unique (agency_id, id, is_merged),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, sent_by) references person (agency_id, id),
  foreign key (agency_id, taken_by) references person (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  foreign key (agency_id, item_id) references content_item (agency_id, id),
  foreign key (agency_id, story_id) references story (agency_id, id),
  foreign key (agency_id, merged_into, into_merged) references tip (agency_id, id, is_merged),
  constraint tip_taken_by_somebody check (num_nonnulls(taken_by, taken_at) in (0, 2) and (state <> 'taken' or taken_by is not null)),
  constraint tip_decided_by_somebody check ((state in ('used', 'merged', 'declined')) = (decided_by is not null and decided_at is not null)),
  constraint tip_used_for_one_thing check ((state = 'used') = (num_nonnulls(item_id, story_id) = 1) and num_nonnulls(item_id, story_id) < 2),
  constraint tip_declined_with_a_reason check ((state = 'declined') = (reason is not null)),
  constraint tip_merged_into_one check (
    (state = 'merged') = is_merged and is_merged = (merged_into is not null)
    and (into_merged is false) = is_merged and merged_into <> id
  ),
  constraint tip_credited_where_used check (state = 'used' or not credited),
  constraint tip_began_what_it_is_used_for check (state = 'used' or not begun)
);
create index tip_newest on tip (agency_id, sent_at desc, id desc);
create index tip_open on tip (agency_id, sent_at desc, id desc) where state in ('sent', 'taken');
create index tip_of_sender on tip (agency_id, sent_by, sent_at desc, id desc);
create index tip_of_item on tip (item_id) where item_id is not null;
create index tip_of_story on tip (story_id) where story_id is not null;
create index tip_merged on tip (merged_into) where merged_into is not null;

-- Pictures and recordings that came with it, in the library; where a picture was taken only when the sender says so.
create table tip_media (
  agency_id uuid not null,
  tip_id uuid not null,
  media_id uuid not null,
  position integer not null check (position >= 0),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  primary key (tip_id, media_id),
  unique (tip_id, position),
  foreign key (agency_id, tip_id) references tip (agency_id, id) on delete cascade,
  foreign key (agency_id, media_id) references media_asset (agency_id, id),
  constraint tip_media_place_whole check (num_nonnulls(latitude, longitude) in (0, 2))
);
create index tip_media_by_media on tip_media (media_id);

grant select, insert on tip to gandan_serving;
grant update (state, taken_by, taken_at, decided_by, decided_at, reason, item_id, story_id, begun, merged_into, is_merged, into_merged, credited)
  on tip to gandan_serving;
grant select, insert on tip_media to gandan_serving;
