-- An administrative procedure of the agency: known by the national code alone, what it says stands in its versions.
create table procedure (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- "1.004628", without what an agency appends.
  code text not null check (btrim(code) <> '' and length(code) <= 60),
  -- ".000.00.00.H05" as the agency's own lists append it, without the leading dot.
  suffix text not null check (length(suffix) <= 40),
  current_version integer not null,
  state text not null check (state in ('in-force', 'paused', 'repealed')),
  -- Why it is paused or repealed.
  state_reason text not null,
  -- First day on which it is no longer carried out.
  repealed_on date,
  successor_id uuid,
  -- Came in by an import that was taken back: it was never meant to be here.
  taken_back_at timestamptz,
  updated_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, successor_id) references procedure (agency_id, id),
  constraint procedure_not_its_own_successor check (successor_id <> id),
  constraint procedure_repealed_whole check ((state = 'repealed') = (repealed_on is not null)),
  constraint procedure_reason_given check (state = 'in-force' or btrim(state_reason) <> '')
);
-- One of each code; another may take the place of one that was taken back.
create unique index procedure_once on procedure (agency_id, code) where taken_back_at is null;

-- What it says, a row each time something changed; the former stays for the dossiers received under it.
create table procedure_version (
  procedure_id uuid not null,
  version integer not null check (version > 0),
  agency_id uuid not null,
  name text not null check (btrim(name) <> ''),
  field text not null,
  level text check (level in ('ministry', 'province', 'district', 'commune', 'other')),
  service_level text check (service_level in ('full', 'partial', 'none')),
  kind text not null,
  audience jsonb not null,
  steps text not null,
  methods jsonb not null,
  components jsonb not null,
  dossier_sets integer check (dossier_sets > 0),
  implementing_agency text not null,
  competent_agency text not null,
  receiving_address text not null,
  delegated_agency text not null,
  coordinating_agency text not null,
  results jsonb not null,
  legal_basis jsonb not null,
  conditions text not null,
  keywords jsonb not null,
  description text not null,
  decision_number text not null,
  decided_on date,
  national_url text check (national_url ~ '^https?://'),
  internal_process jsonb not null,
  electronic_process jsonb not null,
  -- Of everything above: the same words have the same one.
  fingerprint text not null,
  valid_from date not null,
  reason text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (procedure_id, version),
  foreign key (agency_id, procedure_id) references procedure (agency_id, id) on delete cascade,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint procedure_version_changed_for_a_reason check (version = 1 or btrim(reason) <> '')
);
-- Exactly one version is current, and it is there.
alter table procedure add constraint procedure_has_its_current_version
  foreign key (id, current_version) references procedure_version (procedure_id, version) deferrable initially deferred;

grant select, insert on procedure, procedure_version to gandan_serving;
grant update (suffix, current_version, state, state_reason, repealed_on, successor_id, taken_back_at, updated_at)
  on procedure to gandan_serving;
