-- What an agency says of how it listens; without a row the usual holds.
create table listening_setting (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- Hours, not working days, within which criticism is answered.
  incident_hours smallint not null check (incident_hours between 1 and 720),
  ground text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);

-- Words by which an item is of a theme, as this agency says them; without a row those of the product hold.
create table listening_words (
  agency_id uuid not null references agency (id) on delete cascade,
  theme text not null check (theme <> ''),
  words text[] not null check (cardinality(words) <= 50),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (agency_id, theme),
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred
);

alter table listening_item add unique (agency_id, id);

-- Compared with the words and with our own texts; anew once the words change.
create table listening_sorted (
  item_id uuid primary key,
  agency_id uuid not null,
  sorted_at timestamptz not null,
  foreign key (agency_id, item_id) references listening_item (agency_id, id) on delete cascade
);
create table listening_theme (
  agency_id uuid not null,
  item_id uuid not null,
  theme text not null check (theme <> ''),
  primary key (item_id, theme),
  foreign key (agency_id, item_id) references listening_item (agency_id, id) on delete cascade
);
create index listening_theme_of_agency on listening_theme (agency_id, theme);

-- A text of ours that stands elsewhere: how much of the shorter one is found in the other, in percent.
create table listening_copy (
  item_id uuid primary key,
  agency_id uuid not null,
  content_id uuid not null,
  share smallint not null check (share between 1 and 100),
  -- Whether what we keep of it names the agency or its address.
  is_credited boolean not null,
  foreign key (agency_id, item_id) references listening_item (agency_id, id) on delete cascade
);
create index listening_copy_of_agency on listening_copy (agency_id, content_id);

-- What a person found its tone to be.
create table listening_tone (
  item_id uuid primary key,
  agency_id uuid not null,
  tone text not null check (tone in ('praise', 'neutral', 'criticism')),
  marked_by uuid not null,
  marked_at timestamptz not null,
  foreign key (agency_id, item_id) references listening_item (agency_id, id) on delete cascade,
  foreign key (agency_id, marked_by) references person (agency_id, id) deferrable initially deferred
);

-- Criticism that somebody sees to; the clock runs in hours from when it was opened.
create table listening_incident (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- The item that told of it; null: it was seen elsewhere.
  item_id uuid,
  title text not null check (btrim(title) <> ''),
  url text check (url ~ '^https?://'),
  state text not null check (state in ('open', 'answered', 'closed')),
  handler_id uuid not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null check (due_at > opened_at),
  answer text check (btrim(answer) <> ''),
  answer_url text check (answer_url ~ '^https?://'),
  answered_by uuid,
  answered_at timestamptz,
  result text check (btrim(result) <> ''),
  closed_by uuid,
  closed_at timestamptz,
  foreign key (agency_id, item_id) references listening_item (agency_id, id),
  foreign key (agency_id, handler_id) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, opened_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, answered_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, closed_by) references person (agency_id, id) deferrable initially deferred,
  constraint listening_incident_answered_whole check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
  constraint listening_incident_answered_says_what check (state <> 'answered' or answer is not null),
  constraint listening_incident_closed_with_a_result check ((state = 'closed') = (num_nonnulls(result, closed_by, closed_at) = 3))
);
-- One item opens one.
create unique index listening_incident_of_item on listening_incident (item_id) where item_id is not null;
create index listening_incident_open on listening_incident (agency_id, due_at) where state = 'open';

grant select, insert, update on listening_setting, listening_words, listening_tone, listening_incident to gandan_serving;
grant select, insert, update, delete on listening_sorted, listening_theme, listening_copy to gandan_serving;
