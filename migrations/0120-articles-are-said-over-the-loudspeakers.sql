-- How an agency has its bulletins said; without a row the usual way holds.
create table bulletin_setting (
  agency_id uuid primary key references agency (id) on delete cascade,
  opening text not null check (length(opening) <= 1000),
  closing text not null check (length(closing) <= 1000),
  zero_word text not null check (zero_word in ('linh', 'lẻ')),
  syllables_a_minute integer not null check (syllables_a_minute between 80 and 320),
  -- Own words: how something written is said, before the usual ones.
  words jsonb not null check (jsonb_typeof(words) = 'array'),
  changed_by uuid not null,
  changed_at timestamptz not null,
  foreign key (agency_id, changed_by) references person (agency_id, id)
);

-- Of which article a bulletin was made, of exactly which text, and what the rules made of it.
create table bulletin_source (
  item_id uuid primary key,
  agency_id uuid not null,
  from_item_id uuid not null,
  from_revision_id uuid not null references content_revision (id),
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  left_out jsonb not null check (jsonb_typeof(left_out) = 'array'),
  made_by uuid not null,
  made_at timestamptz not null,
  check (item_id <> from_item_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, from_item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, made_by) references person (agency_id, id)
);
create index bulletin_source_of_article on bulletin_source (from_item_id);

grant select, insert, update on bulletin_setting to gandan_serving;
grant select, insert on bulletin_source to gandan_serving;
