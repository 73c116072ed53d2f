-- Files of a document as they were handed over, byte for byte: the bytes lie in the file store under the id. A file that
-- was replaced or withdrawn stays, with the reason. What its signatures were found to be is kept with the moment of
-- looking, and looked at again when the agency trusts other certificates.
create table document_file (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  document_id uuid not null,
  file_name text not null check (file_name <> ''),
  content_type text not null check (content_type <> ''),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null,
  added_by uuid not null,
  -- Null: nothing could be read; "unread_reason" says why.
  full_text text,
  unread_reason text,
  -- Null: no PDF.
  signatures jsonb,
  checked_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text check (ended_reason <> ''),
  -- The file that took its place; null: withdrawn.
  replaced_by uuid,
  unique (agency_id, id),
  foreign key (agency_id, document_id) references official_document (agency_id, id) on delete cascade,
  foreign key (agency_id, replaced_by) references document_file (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, added_by) references person (agency_id, id),
  foreign key (agency_id, ended_by) references person (agency_id, id),
  constraint an_end_has_its_reason check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null)),
  constraint only_an_ended_file_is_replaced check (replaced_by is null or ended_at is not null),
  constraint read_or_told_why check (full_text is null or unread_reason is null)
);
-- The same file stands with a document once.
create unique index document_file_once on document_file (document_id, sha256) where ended_at is null;
create index document_file_of_document on document_file (document_id, added_at);
grant select, insert, update on document_file to gandan_serving;

-- Certificates of issuers whose signatures the agency trusts, as an administrator pasted them; none comes with the product.
create table trusted_certificate (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null,
  fingerprint text not null,
  pem text not null check (pem <> ''),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  removed_reason text check (removed_reason <> ''),
  foreign key (agency_id, added_by) references person (agency_id, id),
  foreign key (agency_id, removed_by) references person (agency_id, id),
  check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_reason is null))
);
create unique index trusted_certificate_once on trusted_certificate (agency_id, fingerprint) where removed_at is null;
grant select, insert, update on trusted_certificate to gandan_serving;
