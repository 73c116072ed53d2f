-- What the public may read, as the words to be found: cut at everything that is neither letter nor digit, once as
-- written and once without diacritics. The index holds single words and, hashed into 65,536 classes, the pairs of
-- neighbours: a word of Vietnamese is mostly two syllables, each of them common. The newest texts of each kind have an
-- index of their own, so that what stands everywhere is found there and the long lists of the older ones are not read.
drop table search_text;

create function search_words(words text) returns tsvector
language plpgsql immutable strict parallel safe cost 1000
as $$ begin return array_to_tsvector(string_to_array(words, ' ')); end $$;

create function search_pairs(words text) returns int[]
language sql immutable strict parallel safe cost 1000
return array(
  select distinct hashtext(word || ' ' || following) & 65535
  from (
    select word, lead(word) over (order by place) as following
    from unnest(string_to_array(words, ' ')) with ordinality as one (word, place)
  ) as pair
  where following is not null
);

create table search_text (
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind <> ''),
  object_id uuid not null,
  at timestamptz not null,
  -- True for about the newest 4,096 of an agency's kind; every one of them is newer than all that are not.
  newest boolean not null,
  title text not null,
  title_plain text not null,
  words text not null,
  words_plain text not null,
  primary key (kind, object_id)
) with (toast_tuple_target = 128);
-- Rows stay small, so that sorting many of them by age touches few pages; the words are read for the best alone.
alter table search_text alter column title set storage main;
alter table search_text alter column title_plain set storage main;

create index search_text_in_newest on search_text using gin (
  search_words(words), search_words(words_plain), search_pairs(words), search_pairs(words_plain),
  search_words(title), search_words(title_plain)
) with (fastupdate = off) where newest;
create index search_text_in_older on search_text using gin (
  search_words(words), search_words(words_plain), search_pairs(words), search_pairs(words_plain),
  search_words(title), search_words(title_plain)
) with (fastupdate = off) where not newest;
-- The planner needs no statistics of words: which index is read is written in the query.
alter index search_text_in_newest
  alter column 1 set statistics 0, alter column 2 set statistics 0, alter column 3 set statistics 0,
  alter column 4 set statistics 0, alter column 5 set statistics 0, alter column 6 set statistics 0;
alter index search_text_in_older
  alter column 1 set statistics 0, alter column 2 set statistics 0, alter column 3 set statistics 0,
  alter column 4 set statistics 0, alter column 5 set statistics 0, alter column 6 set statistics 0;
create index search_text_by_age on search_text (agency_id, kind, newest, at);

with published as (
  select item.agency_id, item.id, item.published_at,
    lower(normalize(revision.title, nfc)) as title,
    lower(normalize(concat_ws(' ', revision.title, revision.summary, revision.plain), nfc)) as text
  from content_item item join content_revision revision on revision.id = item.live_revision_id
  where item.state = 'published'
), cut as (
  select agency_id, id, published_at,
    trim(regexp_replace(title, '[^[:alnum:]]+', ' ', 'g')) as title,
    trim(regexp_replace(left(text, 200000), '[^[:alnum:]]+', ' ', 'g')) as words
  from published
)
insert into search_text
select agency_id, 'content', id, published_at,
  row_number() over (partition by agency_id order by published_at desc) <= 4096,
  title, normalize(translate(regexp_replace(normalize(title, nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), nfc),
  words, normalize(translate(regexp_replace(normalize(words, nfd), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), nfc)
from cut;

grant select, insert, update, delete on search_text to gandan_serving;
