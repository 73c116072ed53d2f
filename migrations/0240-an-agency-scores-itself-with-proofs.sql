-- An agency scores itself by the criteria of an index, with proofs; others appraise it in rounds.
create table self_score (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  index_id uuid not null,
  name text not null check (btrim(name) <> ''),
  edition integer not null check (edition between 1990 and 2200),
  state text not null check (state in ('open', 'submitted')),
  made_by uuid not null,
  made_at timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  unique (agency_id, id),
  unique (agency_id, index_id, edition, name),
  foreign key (agency_id, index_id) references index_kind (agency_id, id) on delete cascade,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, submitted_by) references person (agency_id, id) deferrable initially deferred,
  constraint self_score_submitted_whole check (num_nonnulls(submitted_by, submitted_at) = case state when 'submitted' then 2 else 0 end)
);

-- "1.2" stands under "1": the tree is in the numbers. Points are hundredths, so that sums are exact.
create table self_score_criterion (
  id uuid primary key,
  agency_id uuid not null,
  sheet_id uuid not null,
  position integer not null,
  number text not null check (number ~ '^[0-9A-Za-zĐđ]+(\.[0-9A-Za-zĐđ]+)*$'),
  name text not null check (btrim(name) <> ''),
  most integer not null check (most >= 0),
  -- Null: not scored yet, or it has criteria under it.
  claimed integer check (claimed >= 0 and claimed <= most),
  -- How the points were come to.
  words text not null default '',
  -- Why points are missing, and what is done about it.
  gap text not null default '',
  changed_by uuid,
  changed_at timestamptz,
  unique (agency_id, id),
  unique (sheet_id, number),
  unique (sheet_id, id),
  foreign key (agency_id, sheet_id) references self_score (agency_id, id) on delete cascade,
  foreign key (agency_id, changed_by) references person (agency_id, id) deferrable initially deferred
);

create table self_score_proof (
  id uuid primary key,
  agency_id uuid not null,
  criterion_id uuid not null,
  -- Of the register of evidence; null: a document or page named by hand.
  evidence_id uuid,
  label text not null check (btrim(label) <> ''),
  -- A path where the page is our own.
  url text check (url ~ '^(https?://|/[^/])'),
  added_by uuid not null,
  added_at timestamptz not null,
  unique (criterion_id, evidence_id),
  foreign key (agency_id, criterion_id) references self_score_criterion (agency_id, id) on delete cascade,
  foreign key (agency_id, evidence_id) references evidence (agency_id, id),
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred
);

-- What others gave, round by round; only grows.
create table self_score_round (
  id uuid primary key,
  agency_id uuid not null,
  sheet_id uuid not null,
  number integer not null check (number > 0),
  appraiser text not null check (btrim(appraiser) <> ''),
  document text not null default '',
  held_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  unique (agency_id, id),
  unique (sheet_id, id),
  unique (sheet_id, number),
  foreign key (agency_id, sheet_id) references self_score (agency_id, id) on delete cascade,
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred
);
create table self_score_mark (
  agency_id uuid not null,
  sheet_id uuid not null,
  round_id uuid not null,
  criterion_id uuid not null,
  points integer not null check (points >= 0),
  words text not null default '',
  primary key (round_id, criterion_id),
  foreign key (sheet_id, round_id) references self_score_round (sheet_id, id) on delete cascade,
  foreign key (sheet_id, criterion_id) references self_score_criterion (sheet_id, id) on delete cascade
);

grant select, insert, update on self_score, self_score_criterion to gandan_serving;
grant select, insert, delete on self_score_proof to gandan_serving;
grant select, insert on self_score_round, self_score_mark to gandan_serving;
