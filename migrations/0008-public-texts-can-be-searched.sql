-- Words of what the public may read, once as written and once without diacritics. A row stands for one object
-- of one kind and lives exactly as long as the object is public.
create table search_text (
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind <> ''),
  object_id uuid not null,
  -- Newer texts come first among equals, and only the newest hits are ranked.
  at timestamptz not null,
  exact tsvector not null,
  plain tsvector not null,
  primary key (kind, object_id)
);
create index search_text_by_word on search_text using gin (plain);
create index search_text_by_word_as_written on search_text using gin (exact);
create index search_text_newest on search_text (agency_id, kind, at desc);
grant select, insert, update, delete on search_text to gandan_serving;
