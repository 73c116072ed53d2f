-- The register tells apart what the agency issues itself, what is a legal instrument, and what nobody has confirmed yet.
alter table official_document
  add column outgoing boolean not null default false,
  -- Which capability's object this document is; its number and date are corrected there.
  add column kept_by text check (kept_by <> ''),
  -- What a legal instrument is about; null for every other document.
  add column topic text check (topic <> ''),
  -- A fact that came with the product and that a person has still to compare with the official text.
  add column to_confirm boolean not null default false,
  add column confirmed_by uuid,
  add column confirmed_at timestamptz,
  add foreign key (agency_id, confirmed_by) references person (agency_id, id) deferrable initially deferred,
  add check (confirmed_at is null or not to_confirm);

update official_document d set outgoing = true
  from agency a where a.id = d.agency_id and lower(d.issuer) = lower(a.name);

-- A registry counts from 01 every year: the agency gives one number with one symbol once a year. A document that was
-- registered twice before this rule keeps both rows; only the older one counts as the agency's own.
update official_document later set outgoing = false
  from official_document earlier
  where later.outgoing and earlier.outgoing and later.agency_id = earlier.agency_id
    and lower(later.number) = lower(earlier.number)
    and extract(year from later.issued_on) = extract(year from earlier.issued_on)
    and (earlier.created_at, earlier.id) < (later.created_at, later.id);

create unique index official_document_number_of_the_year
  on official_document (agency_id, lower(number), extract(year from issued_on))
  where outgoing and number is not null and issued_on is not null;
