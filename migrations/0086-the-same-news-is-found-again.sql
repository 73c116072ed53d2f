-- Texts that are compared, the current and the live one of each item, with the keys that two texts of the same news
-- share. Which texts are still to be read is told by comparing with content_item: no save waits, none is forgotten.
create table similarity_text (
  id integer generated always as identity primary key,
  agency_id uuid not null,
  item_id uuid not null,
  revision_id uuid not null unique references content_revision (id) on delete cascade,
  keys integer[] not null,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade
);
create index similarity_text_of_item on similarity_text (item_id);

-- The keys once more, to be looked up. No foreign key: it would need an index as large as this one again; the
-- trigger takes away what a text had.
create table similarity_key (
  key integer not null,
  text_id integer not null,
  primary key (key, text_id)
);
create function forget_similarity_keys() returns trigger language plpgsql as $$
begin
  delete from similarity_key where text_id = old.id and key = any (old.keys);
  return null;
end $$;
create trigger similarity_keys_go_with_their_text after delete on similarity_text
  for each row execute function forget_similarity_keys();

-- What the writer says of an item that is like theirs.
create table similarity_answer (
  agency_id uuid not null,
  item_id uuid not null,
  other_item_id uuid not null references content_item (id) on delete cascade,
  answer text not null check (answer in ('other-news', 'repost', 'merge')),
  note text not null default '',
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (item_id, other_item_id),
  check (item_id <> other_item_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, answered_by) references person (agency_id, id)
);
create index similarity_answer_by_other on similarity_answer (other_item_id);

grant select, insert, delete on similarity_text, similarity_key to gandan_serving;
grant usage on sequence similarity_text_id_seq to gandan_serving;
grant select, insert, update on similarity_answer to gandan_serving;

-- Which texts share keys with those asked for, most first: of the own agency the current text in every state that its
-- people see, of other agencies only what is published, as it is published. A function, because it is asked at each
-- pause in typing and to plan it anew takes longer than to look: its plan is kept.
create function similar_texts(
  asked integer[],
  own uuid,
  but uuid,
  of_a_key integer,
  fewest integer,
  likeliest integer,
  compared integer,
  longest integer
) returns table (
  "itemId" uuid, "agencyId" uuid, state text, slug text, "publishedAt" timestamptz, title text, summary text, plain text,
  "agencyName" text, "unitName" text, answer text, note text, "byName" text, at timestamptz
) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return query
  with met as (
    select k.text_id, count(*) as shared
    from unnest(asked) as wanted (key)
    cross join lateral (
      select s.text_id from similarity_key s where s.key = wanted.key order by s.text_id desc limit of_a_key
    ) k
    group by k.text_id having count(*) >= fewest order by shared desc, k.text_id desc limit likeliest
  ), seen as (
    select m.shared, t.revision_id, i.* from met m
    join similarity_text t on t.id = m.text_id
    join content_item i on i.id = t.item_id
    where i.id is distinct from but and case
      when i.agency_id = own then t.revision_id = i.current_revision_id and i.state not in ('discarded', 'removed')
      else t.revision_id = i.live_revision_id and i.state = 'published' end
    order by m.shared desc, t.id desc limit compared
  )
  select s.id, s.agency_id, s.state, s.slug, s.published_at, r.title, left(r.summary, longest), left(r.plain, longest),
    a.name, u.name, w.answer, w.note, p.name, w.answered_at
  from seen s
  join content_revision r on r.id = s.revision_id
  join agency a on a.id = s.agency_id
  join unit u on u.id = s.unit_id
  left join similarity_answer w on w.item_id = but and w.other_item_id = s.id
  left join person p on p.id = w.answered_by
  order by s.shared desc;
end $$;
