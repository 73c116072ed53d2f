-- How long an agency takes at most to answer the press; no row: the usual ones. Which hours a decree names is for the agency to write down.
create table press_rule (
  agency_id uuid primary key references agency (id) on delete cascade,
  answer_hours integer not null check (answer_hours between 1 and 720),
  -- Days off of the agency's calendar do not count.
  skips_days_off boolean not null,
  -- So long before the end it is told.
  warn_hours integer not null check (warn_hours >= 1),
  basis text not null,
  set_by uuid,
  set_at timestamptz not null,
  foreign key (agency_id, set_by) references person (agency_id, id) deferrable initially deferred,
  constraint press_rule_warned_before_the_end check (warn_hours < answer_hours or answer_hours = 1)
);

-- What the press asks, until when it is answered, and how that ended.
create table press_enquiry (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  outlet_id uuid,
  -- Of a press agency that is in no register.
  outlet_name text not null,
  contact_id uuid,
  -- Who asks, and how they are reached; no more than is needed to answer.
  asked_by text not null,
  reach text not null,
  way text not null check (way in ('email', 'phone', 'letter', 'in-person', 'message')),
  subject text not null check (btrim(subject) <> ''),
  questions text not null,
  -- What it is looked up by: subject, question and press agency without diacritics.
  search text not null,
  received_at timestamptz not null,
  -- By the rule that held when it was noted.
  due_at timestamptz not null,
  warn_at timestamptz not null,
  -- Who sees to it that it is answered.
  handler_id uuid not null,
  state text not null check (state in ('open', 'answered', 'refused', 'forwarded')),
  closed_at timestamptz,
  closed_by uuid,
  -- Who spoke.
  spokesperson_id uuid,
  -- What was answered, why not, or why it is for somebody else.
  words text not null default '',
  forwarded_to text not null default '',
  noted_by uuid not null,
  noted_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, outlet_id) references press_outlet (agency_id, id),
  foreign key (agency_id, contact_id) references press_contact (agency_id, id),
  foreign key (agency_id, spokesperson_id) references spokesperson (agency_id, id),
  foreign key (agency_id, handler_id) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, closed_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, noted_by) references person (agency_id, id) deferrable initially deferred,
  constraint press_enquiry_from_somebody check (outlet_id is not null or btrim(outlet_name) <> ''),
  constraint press_enquiry_contact_of_an_outlet check (contact_id is null or outlet_id is not null),
  constraint press_enquiry_due_after_it_came check (due_at > received_at and warn_at <= due_at),
  constraint press_enquiry_closed_whole check ((state = 'open') = (closed_at is null) and (state = 'open') = (closed_by is null)),
  constraint press_enquiry_not_closed_before_it_came check (closed_at >= received_at),
  constraint press_enquiry_closed_with_words check (state = 'open' or btrim(words) <> ''),
  constraint press_enquiry_forwarded_to_somebody check ((state = 'forwarded') = (btrim(forwarded_to) <> '')),
  constraint press_enquiry_answered_by_a_spokesperson check ((state = 'answered') = (spokesperson_id is not null))
);
create index press_enquiry_of_agency on press_enquiry (agency_id, received_at desc, id desc);
create index press_enquiry_open on press_enquiry (warn_at) where state = 'open';

-- An answer is given by somebody who might speak on that day.
create function press_answered_by_who_may() returns trigger language plpgsql as $$
begin
  if new.state = 'answered' and not exists (
    select from spokesperson s
    where s.id = new.spokesperson_id and s.agency_id = new.agency_id
      and s.from_date <= (new.closed_at at time zone 'Asia/Ho_Chi_Minh')::date
      and (s.to_date is null or s.to_date >= (new.closed_at at time zone 'Asia/Ho_Chi_Minh')::date)
  ) then
    raise exception 'press_answered_by_who_may';
  end if;
  return new;
end $$;
create trigger press_answered_by_who_may before insert or update of state, spokesperson_id, closed_at on press_enquiry
  for each row execute function press_answered_by_who_may();

-- What came with a question or went with its answer.
create table press_enquiry_file (
  id uuid primary key,
  agency_id uuid not null,
  enquiry_id uuid not null,
  file_name text not null check (file_name <> ''),
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by uuid not null,
  added_at timestamptz not null,
  unique (enquiry_id, sha256),
  foreign key (agency_id, enquiry_id) references press_enquiry (agency_id, id) on delete cascade,
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred
);

grant select, insert, update on press_rule, press_enquiry to gandan_serving;
grant select, insert on press_enquiry_file to gandan_serving;
