-- What a picture may be used for: under which licence, where it comes from, and whether the people in it agreed.
alter table media_asset
  -- Null: nobody has stated it yet; such a picture is not published.
  add column licence text check (licence in ('own', 'permission', 'free', 'public-source')),
  add column source text check (source <> ''),
  add column consent text not null default 'missing' check (consent in ('not-needed', 'on-file', 'missing')),
  add column consent_reference text check (consent_reference <> ''),
  -- Without diacritics and capitals, for the search of the media library.
  add column words_plain text not null default '',
  add check (consent <> 'on-file' or consent_reference is not null);
update media_asset set words_plain = replace(
  lower(regexp_replace(normalize(concat_ws(' ', alt, credit, file_name), NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd');
create index media_asset_newest on media_asset (agency_id, uploaded_at desc, id desc);
grant update (alt, credit, source, licence, consent, consent_reference, words_plain) on media_asset to gandan_serving;

-- What the leading picture shows, as this text says it; '' is a decoration.
alter table content_revision add column image_alt text not null default '';
alter table content_revision
  add foreign key (agency_id, image_id) references media_asset (agency_id, id) deferrable initially deferred;
update content_revision r set image_alt = m.alt from media_asset m where m.id = r.image_id;

-- Which picture the public sees, through the live text of which item; kept in the publishing transaction.
create table public_media (
  agency_id uuid not null,
  media_id uuid not null,
  item_id uuid not null,
  revision_id uuid not null,
  primary key (media_id, item_id),
  foreign key (agency_id, media_id) references media_asset (agency_id, id) on delete cascade,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (item_id, revision_id) references content_revision (item_id, id) deferrable initially deferred
);
create index public_media_by_item on public_media (item_id);
grant select, insert, delete on public_media to gandan_serving;

insert into public_media (agency_id, media_id, item_id, revision_id)
select distinct i.agency_id, m.id, i.id, r.id
from content_item i
join content_revision r on r.id = i.live_revision_id
cross join lateral (
  select r.image_id::text as id
  union select found[1] from regexp_matches(r.body::text, '/media/([0-9a-f-]{36})', 'g') found
) named
join media_asset m on m.id::text = named.id and m.agency_id = i.agency_id
where i.state in ('published', 'withdrawn');

-- Clauses of the plan that an item serves as a whole.
create table content_clause (
  agency_id uuid not null,
  item_id uuid not null,
  clause_id uuid not null,
  primary key (item_id, clause_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, clause_id) references plan_clause (agency_id, id) on delete cascade
);
grant select, insert, delete on content_clause to gandan_serving;
