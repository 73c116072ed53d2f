-- By what a picture is told to be nearly another one: hashes of the whole and of twelve cuts of it, and a
-- small grey copy of 64 by 64 for the second look. Made again from the file at any time.
create table media_likeness (
  media_id uuid primary key,
  agency_id uuid not null,
  hashes bit(64)[] not null check (cardinality(hashes) = 13),
  small bytea not null check (octet_length(small) = 4096),
  foreign key (agency_id, media_id) references media_asset (agency_id, id) on delete cascade
);
create index media_likeness_of_agency on media_likeness (agency_id);
grant select, insert, delete on media_likeness to gandan_serving;

-- Which media a text shows, leading, within it or beside it, so that "where is it used" needs no reading of all texts.
create function media_shown(image_id uuid, body jsonb, media jsonb, own jsonb) returns text[]
  language sql immutable parallel safe
  return array(
    select image_id::text where image_id is not null
    union
    select coalesce(found[1], found[2])
    from regexp_matches(
      body::text || media::text || own::text,
      '/media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|"mediaId": "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"',
      'g') as found);
create index content_revision_media on content_revision using gin (media_shown(image_id, body, media, own));
