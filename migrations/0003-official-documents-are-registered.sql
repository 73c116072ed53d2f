-- Official documents that the agency receives, cites or issues, and legal instruments in force.
create table official_document (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- Whole number with symbol, 36/KH-UBND; null until the registry has issued it.
  number text check (number <> ''),
  type text not null check (type <> ''),
  issued_on date,
  issuer text,
  abstract text,
  effective_from date,
  effective_to date,
  replaced_by uuid,
  url text check (url ~ '^https?://'),
  created_at timestamptz not null default now(),
  check (effective_to is null or effective_from is null or effective_to >= effective_from),
  unique (agency_id, id),
  foreign key (agency_id, replaced_by) references official_document (agency_id, id) deferrable initially deferred
);
-- A document is registered once: its number, date and issuer name it.
create unique index official_document_once
  on official_document (agency_id, lower(number), coalesce(issued_on, '0001-01-01'), lower(coalesce(issuer, '')))
  where number is not null;

grant select, insert, update on official_document to gandan_serving;
