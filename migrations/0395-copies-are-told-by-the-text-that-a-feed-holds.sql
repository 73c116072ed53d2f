-- Of the text that stands in a feed only hashes of its runs of three syllables are kept, to compare it with our texts;
-- the words cannot be read out of them. Forgotten with the days in which an item may still be sorted anew.
create table listening_print (
  item_id uuid primary key,
  agency_id uuid not null,
  runs integer[] not null check (cardinality(runs) <= 4000),
  -- Whether the whole of what the feed holds names the agency or its address.
  names_agency boolean not null,
  seen_at timestamptz not null,
  foreign key (agency_id, item_id) references listening_item (agency_id, id) on delete cascade
);
create index listening_print_by_age on listening_print (seen_at);
grant select, insert, delete on listening_print to gandan_serving;

-- Of how many runs the share was taken; null: by title and beginning alone, as it was done before.
alter table listening_copy add column compared integer check (compared > 0);

-- An item goes with its source, the incident with its agency: whichever goes first when the sample is removed.
alter table listening_incident
  alter constraint listening_incident_agency_id_item_id_fkey deferrable initially deferred;
