-- What was wrong and was put right, as a record: how it stood before, what was done, how it stands, with its days.
create table feedback_case (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  title text not null check (btrim(title) <> ''),
  before_words text not null,
  done_words text not null,
  result_words text not null,
  before_on date not null,
  after_on date not null,
  -- Where it comes from; null: from neither.
  feedback_id uuid,
  task_id uuid,
  state text not null check (state in ('draft', 'submitted', 'approved', 'returned')),
  -- What looks like personal data and may stay, as it stands in the words.
  kept text[] not null,
  -- All who wrote in it: none of them decides.
  writers uuid[] not null check (cardinality(writers) > 0),
  written_by uuid not null,
  written_by_name text not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  return_reason text,
  -- The draft of the newsroom that tells of it; made once, whatever becomes of the case.
  content_id uuid,
  unique (agency_id, id),
  unique (agency_id, content_id),
  foreign key (agency_id, unit_id) references unit (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, feedback_id) references feedback (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete set null (task_id)
    deferrable initially deferred,
  foreign key (agency_id, content_id) references content_item (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, written_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred,
  constraint feedback_case_days check (before_on <= after_on),
  constraint feedback_case_second_person check (state <> 'approved' or decided_by <> all (writers)),
  constraint feedback_case_whole check (
    state in ('draft', 'returned')
    or (submitted_at is not null and btrim(before_words) <> '' and btrim(done_words) <> '' and btrim(result_words) <> '')
  ),
  constraint feedback_case_decided check (
    num_nonnulls(decided_by, decided_by_name, decided_at) in (0, 3)
    and (state in ('approved', 'returned')) = (decided_at is not null)
    and (state = 'returned') = (return_reason is not null)
  )
);
create index feedback_case_by_change on feedback_case (agency_id, changed_at desc);
create index feedback_case_of_feedback on feedback_case (agency_id, feedback_id);
grant select, insert, update on feedback_case to gandan_serving;

-- Obligations of the plan that an approved case proves.
create table feedback_case_obligation (
  agency_id uuid not null,
  case_id uuid not null,
  obligation_id uuid not null,
  primary key (case_id, obligation_id),
  foreign key (agency_id, case_id) references feedback_case (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);
create index feedback_case_obligation_back on feedback_case_obligation (obligation_id);
grant select, insert, delete on feedback_case_obligation to gandan_serving;

-- Pictures of it out of the library, whose rights and consent stand there.
create table feedback_case_photo (
  agency_id uuid not null,
  case_id uuid not null,
  media_id uuid not null,
  -- Of how it stood before, or of how it stands.
  shows text not null check (shows in ('before', 'after')),
  position smallint not null check (position >= 0),
  primary key (case_id, media_id),
  unique (case_id, shows, position),
  foreign key (agency_id, case_id) references feedback_case (agency_id, id) on delete cascade,
  foreign key (agency_id, media_id) references media_asset (agency_id, id) on delete cascade
);
create index feedback_case_photo_back on feedback_case_photo (media_id);
grant select, insert, delete on feedback_case_photo to gandan_serving;

-- A case that shows a picture of the library holds it there.
create view media_shown_in_cases with (security_invoker = true) as
  select p.agency_id, p.media_id, c.id, c.title, c.state
  from feedback_case_photo p join feedback_case c on c.id = p.case_id;
grant select on media_shown_in_cases to gandan_serving;
