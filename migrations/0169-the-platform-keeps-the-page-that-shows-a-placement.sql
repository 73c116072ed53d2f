-- The page on which a text stands, kept by the platform itself as it was answered: beside the pictures that people take.
create table placement_capture (
  id uuid primary key,
  agency_id uuid not null,
  placement_id uuid not null,
  -- Which text stood there.
  revision_id uuid not null,
  revision_hash text not null,
  state text not null check (state in ('waiting', 'taken', 'failed')),
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  -- Why it is not there yet, or will not be.
  why text,
  -- Null: by itself.
  asked_by uuid,
  asked_at timestamptz not null,
  taken_at timestamptz,
  -- Where the page was in the end, what it answered, and its words.
  url text,
  status integer,
  page_sha256 text,
  words text,
  -- The archive (WARC) under the id of this row.
  bytes integer check (bytes > 0),
  sha256 text,
  unique (agency_id, id),
  foreign key (agency_id, placement_id) references placement (agency_id, id) on delete cascade,
  foreign key (agency_id, asked_by) references person (agency_id, id) deferrable initially deferred,
  constraint taken_whole check (
    (state = 'taken') = (taken_at is not null)
    and num_nonnulls(taken_at, url, status, page_sha256, words, bytes, sha256) in (0, 7)
  ),
  constraint failed_with_a_reason check (state <> 'failed' or why is not null)
);
create unique index placement_capture_waits_once on placement_capture (placement_id) where state = 'waiting';
create index placement_capture_of_placement on placement_capture (placement_id, asked_at);
create index placement_capture_due on placement_capture (next_try_at) where state = 'waiting';
grant select, insert, update on placement_capture to gandan_serving;
