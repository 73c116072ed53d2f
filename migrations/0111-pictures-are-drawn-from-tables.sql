-- A table that pictures are drawn from, as it was when they were drawn. Other figures are another row, which names the
-- one it takes the place of; neither is ever changed.
create table infographic (
  -- Made by the sender: the same one sent again is drawn once.
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Named as its file is.
  template text not null check (template <> ''),
  title text not null check (title <> ''),
  rows jsonb not null check (jsonb_typeof(rows) = 'array' and jsonb_array_length(rows) > 0),
  source text not null check (source <> ''),
  -- The figures are as of this day.
  figures_day date,
  -- The text that the QR code leads to; null: there is none.
  article_id uuid,
  replaces_id uuid check (replaces_id <> id),
  made_by uuid not null,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, article_id) references content_item (agency_id, id),
  foreign key (agency_id, replaces_id) references infographic (agency_id, id),
  foreign key (agency_id, made_by) references person (agency_id, id)
);
create index infographic_newest on infographic (agency_id, made_at desc, id desc);
create index infographic_replaced on infographic (replaces_id) where replaces_id is not null;
create index infographic_of_article on infographic (article_id) where article_id is not null;

-- The pictures of one table, one to a shape: outlines here, pixels in the library. The same outlines are the same
-- picture of the library.
create table infographic_picture (
  agency_id uuid not null,
  infographic_id uuid not null,
  shape text not null check (shape in ('post', 'story', 'a4')),
  media_id uuid not null,
  svg text not null check (svg <> ''),
  -- SHA-256 of the outlines.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (infographic_id, shape),
  foreign key (agency_id, infographic_id) references infographic (agency_id, id) on delete cascade,
  foreign key (agency_id, media_id) references media_asset (agency_id, id)
);
create index infographic_picture_by_outlines on infographic_picture (agency_id, hash);
create index infographic_picture_by_media on infographic_picture (media_id);

grant select, insert on infographic, infographic_picture to gandan_serving;
