-- Words that an agency put in, put otherwise, or left out of the list that comes with the product.
create table language_word (
  agency_id uuid not null references agency (id) on delete cascade,
  sort text not null check (sort in ('phrase', 'name', 'abbreviation', 'spelling')),
  words text not null check (btrim(words) <> '' and length(words) <= 100),
  -- What to write for them; '': readers know the abbreviation, or the spelling is right.
  instead text not null default '' check (length(instead) <= 300),
  used boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  check (not used or instead <> '' or sort in ('abbreviation', 'spelling')),
  foreign key (agency_id, changed_by) references person (agency_id, id)
);
create unique index language_word_once
  on language_word (agency_id, sort, (case sort when 'abbreviation' then words else lower(words) end));

grant select, insert, update, delete on language_word to gandan_serving;
