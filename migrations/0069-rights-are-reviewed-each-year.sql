-- The yearly review of rights: what was held on a day, frozen line by line; what was decided of each line, by whom;
-- closed only when nothing is left open, and after that nothing of it changes.
create table rights_review_rule (
  agency_id uuid primary key references agency (id) on delete cascade,
  -- In which month of each year a review is asked for; null: never by itself.
  month integer check (month between 1 and 12)
);

create table rights_review (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  basis text not null check (basis <> ''),
  as_of date not null,
  due_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  conclusion text check (conclusion <> ''),
  -- Rights that were given after the day of the list, as they stood at the end.
  given_since text[] not null default '{}',
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancel_reason text check (cancel_reason <> ''),
  unique (agency_id, id),
  foreign key (agency_id, opened_by) references person (agency_id, id),
  foreign key (agency_id, closed_by) references person (agency_id, id),
  foreign key (agency_id, cancelled_by) references person (agency_id, id),
  constraint rights_review_closed_whole check (num_nonnulls(closed_by, closed_at, conclusion) in (0, 3)),
  constraint rights_review_cancelled_whole check (num_nonnulls(cancelled_by, cancelled_at, cancel_reason) in (0, 3)),
  constraint rights_review_ended_once check (closed_at is null or cancelled_at is null)
);
create unique index rights_review_one_open on rights_review (agency_id)
  where closed_at is null and cancelled_at is null;

create table rights_review_line (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  review_id uuid not null,
  position integer not null check (position >= 0),
  -- An appointment to a role, an authority to sign, or an open account without any role.
  kind text not null check (kind in ('appointment', 'authority', 'account')),
  -- The appointment, the authority, the person: kept by its id alone, as an appointment may be taken back whole.
  subject_id uuid not null,
  person_id uuid not null,
  person_name text not null check (person_name <> ''),
  job_title text,
  role text,
  unit_id uuid,
  unit_name text,
  -- The lines above a signature.
  authority text,
  from_date date,
  to_date date,
  last_sign_in date,
  marks text[] not null,
  proposed_by uuid,
  proposed_at timestamptz,
  -- Why it should be changed, in the words of who asked for it.
  proposal text check (proposal <> ''),
  outcome text check (outcome in ('confirmed', 'withdrawn', 'changed')),
  reason text check (reason <> ''),
  new_role text,
  new_unit_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  -- What had become of the right when the review was closed; null: it stood as in the list.
  state_at_close text check (state_at_close <> ''),
  -- Why nobody but the holder could decide on it, in the words of who closed the review.
  left_reason text check (left_reason <> ''),
  foreign key (agency_id, review_id) references rights_review (agency_id, id),
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, new_unit_id) references unit (agency_id, id),
  foreign key (agency_id, proposed_by) references person (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id),
  unique (review_id, position),
  unique (review_id, kind, subject_id),
  constraint rights_review_line_says_what check (
    (kind = 'appointment') = (role is not null) and (kind = 'authority') = (authority is not null)
  ),
  constraint rights_review_line_decided_whole check (num_nonnulls(outcome, decided_by, decided_at) in (0, 3)),
  constraint rights_review_line_proposed_whole check (
    num_nonnulls(proposed_by, proposed_at, proposal) in (0, 3)
  ),
  constraint rights_review_line_taken_with_a_reason check (
    (outcome is distinct from 'withdrawn' and outcome is distinct from 'changed') or reason is not null
  ),
  constraint rights_review_line_changed_into_something check (
    (outcome is distinct from 'changed' and proposed_by is null) or new_role is not null
  ),
  constraint rights_review_line_left_undecided check (
    left_reason is null or (outcome is null and state_at_close is null)
  ),
  -- Nobody decides on rights of their own.
  constraint rights_review_line_by_another check (
    decided_by is distinct from person_id and proposed_by is distinct from person_id
  )
);
create index rights_review_line_of_person on rights_review_line (agency_id, person_id);

create function keep_rights_review() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.closed_at is not null or old.cancelled_at is not null then
    raise exception 'a review of rights that is over stays as it is';
  end if;
  if new.closed_at is not null and exists (
    select from rights_review_line
    where review_id = new.id and outcome is null and state_at_close is null and left_reason is null
  ) then
    raise exception 'a review of rights is closed when every line is decided or left with a reason';
  end if;
  return new;
end $$;
create trigger rights_review_kept before update on rights_review
  for each row execute function keep_rights_review();

create function keep_rights_review_line() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (
    select from rights_review
    where id = new.review_id and (closed_at is not null or cancelled_at is not null)
  ) then
    raise exception 'a review of rights that is over stays as it is';
  end if;
  return new;
end $$;
create trigger rights_review_line_kept before insert or update on rights_review_line
  for each row execute function keep_rights_review_line();

grant select, insert on rights_review, rights_review_line to gandan_serving;
grant update (closed_by, closed_at, conclusion, given_since, cancelled_by, cancelled_at, cancel_reason)
  on rights_review to gandan_serving;
grant update (proposed_by, proposed_at, proposal, outcome, reason, new_role, new_unit_id, decided_by, decided_at, state_at_close, left_reason)
  on rights_review_line to gandan_serving;
grant select, insert, update on rights_review_rule to gandan_serving;
