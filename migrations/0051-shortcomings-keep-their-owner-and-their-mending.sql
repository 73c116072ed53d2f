-- What is lacking in carrying out a plan: whose it is, why, how it is mended until when, what proves that it was, and
-- where it is told of. What a report has found is noted once for each cause, and not again while it is open.
create table shortcoming (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  plan_id uuid not null,
  task_id uuid,
  kind text check (kind in ('no-proof', 'late')),
  cause text check (cause <> ''),
  what text not null check (what <> ''),
  why text check (why <> ''),
  unit_id uuid,
  person_id uuid,
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  state text not null default 'open' check (state in ('open', 'mending', 'mended', 'refused')),
  fix_task_id uuid,
  fix_words text check (fix_words <> ''),
  fix_day date,
  fix_by uuid,
  fix_at timestamptz,
  proof_url text check (proof_url <> ''),
  proof_evidence_id uuid,
  mended_by uuid,
  mended_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  refused_reason text check (refused_reason <> ''),
  told_label text check (told_label <> ''),
  told_url text check (told_url <> ''),
  unique (agency_id, cause),
  foreign key (agency_id, plan_id) references plan (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, noted_by) references person (agency_id, id),
  foreign key (agency_id, fix_task_id) references task (agency_id, id),
  foreign key (agency_id, fix_by) references person (agency_id, id),
  foreign key (agency_id, proof_evidence_id) references evidence (agency_id, id),
  foreign key (agency_id, mended_by) references person (agency_id, id),
  foreign key (agency_id, refused_by) references person (agency_id, id),
  constraint shortcoming_found_in_a_task check ((cause is null) = (kind is null) and (kind is null or task_id is not null)),
  constraint shortcoming_mended_by_a_task_or_until_a_day check (
    (fix_words is null) = (fix_day is null) and (fix_task_id is null or fix_words is null)
    and (fix_by is null) = (fix_at is null)
    and (fix_at is not null) = (fix_task_id is not null or fix_words is not null)
    and (state <> 'mending' or fix_at is not null) and (state <> 'open' or fix_at is null)
  ),
  constraint shortcoming_mended_with_a_proof check (
    (mended_at is not null) = (state = 'mended') and (mended_by is null) = (mended_at is null)
    and num_nonnulls(proof_url, proof_evidence_id) = case when state = 'mended' then 1 else 0 end
  ),
  constraint shortcoming_refused_with_a_reason check (
    num_nonnulls(refused_by, refused_at, refused_reason) = case when state = 'refused' then 3 else 0 end
  ),
  constraint shortcoming_told_where check ((told_label is null) = (told_url is null))
);
create index shortcoming_by_agency on shortcoming (agency_id, noted_at desc);
create unique index shortcoming_open_once on shortcoming (agency_id, task_id, kind) where state in ('open', 'mending');

grant select, insert on shortcoming to gandan_serving;
grant update (why, unit_id, person_id, state, fix_task_id, fix_words, fix_day, fix_by, fix_at, proof_url,
  proof_evidence_id, mended_by, mended_at, refused_by, refused_at, refused_reason, told_label, told_url)
  on shortcoming to gandan_serving;
