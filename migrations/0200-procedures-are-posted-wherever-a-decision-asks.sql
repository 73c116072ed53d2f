-- A decision that makes procedures known (quyết định công bố): the document stands in the register of documents.
create table procedure_decision (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  document_id uuid not null,
  -- First day on which it holds; from it on repealed ones are gone.
  effective_on date not null,
  note text not null,
  -- Rows are proposals until a person has compared them with the document.
  state text not null check (state in ('draft', 'confirmed')),
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- In which forms it was made known: [{ form, url, on }].
  made_known jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  unique (agency_id, id),
  unique (agency_id, document_id),
  foreign key (document_id) references official_document (id),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, confirmed_by) references person (agency_id, id) deferrable initially deferred,
  constraint procedure_decision_confirmed_whole
    check (num_nonnulls(confirmed_by, confirmed_at) = case state when 'confirmed' then 2 else 0 end)
);

-- What it does to a procedure.
create table procedure_decision_row (
  decision_id uuid not null,
  place integer not null check (place > 0),
  agency_id uuid not null,
  code text not null check (btrim(code) <> ''),
  name text not null,
  action text not null check (action in ('new', 'amended', 'replaced', 'repealed')),
  -- Of one that takes another's place: the other's code.
  replaces_code text not null,
  field text not null,
  primary key (decision_id, place),
  unique (decision_id, code),
  foreign key (agency_id, decision_id) references procedure_decision (agency_id, id) on delete cascade
);
create index procedure_decision_row_by_code on procedure_decision_row (agency_id, code);

-- Where procedures must stand, as the agency says, and within how many working days of the decision.
create table posting_place (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind in ('national', 'case-system', 'portal', 'counter', 'other')),
  name text not null check (btrim(name) <> ''),
  working_days integer not null check (working_days between 0 and 250),
  position integer not null,
  is_used boolean not null,
  unique (agency_id, id),
  unique (agency_id, name)
);

-- That a procedure stood at a place in a version, or was taken away from it; only grows.
create table posting_proof (
  id uuid primary key,
  agency_id uuid not null,
  procedure_id uuid not null,
  place_id uuid not null,
  act text not null check (act in ('posted', 'removed')),
  version integer not null,
  seen_on date not null,
  url text check (url ~ '^https?://'),
  note text not null,
  -- Pictures and files that show it, one for all that were posted together.
  file_id uuid,
  file_name text,
  content_type text,
  recorded_by uuid,
  recorded_at timestamptz not null,
  dropped_at timestamptz,
  dropped_by uuid,
  dropped_why text check (btrim(dropped_why) <> ''),
  unique (agency_id, id),
  foreign key (agency_id, procedure_id) references procedure (agency_id, id) on delete cascade,
  foreign key (procedure_id, version) references procedure_version (procedure_id, version),
  foreign key (agency_id, place_id) references posting_place (agency_id, id),
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, dropped_by) references person (agency_id, id) deferrable initially deferred,
  constraint posting_proof_shows_something check (url is not null or file_id is not null),
  constraint posting_proof_file_whole check (num_nonnulls(file_id, file_name, content_type) in (0, 3)),
  constraint posting_proof_dropped_whole check (num_nonnulls(dropped_at, dropped_by, dropped_why) in (0, 3))
);
create index posting_proof_of_procedure on posting_proof (agency_id, procedure_id, place_id);

grant select, insert, delete on procedure_decision_row to gandan_serving;
grant select, insert on procedure_decision, posting_place, posting_proof to gandan_serving;
grant update (document_id, effective_on, note, state, confirmed_by, confirmed_at, made_known) on procedure_decision to gandan_serving;
grant update (name, working_days, position, is_used) on posting_place to gandan_serving;
grant update (dropped_at, dropped_by, dropped_why) on posting_proof to gandan_serving;
