-- The register of commendations: whom the agency praises and for what, and the consent of a person who is named, with who
-- asked, when, how and for what. It is withdrawn at any time; a text that praises a person goes live only under a consent
-- in force, or in a revision of which somebody said that it neither names nor shows the person.
create table commendation (
  -- Made by who notes it: the same one sent again is the same entry.
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  unit_id uuid not null,
  subject text not null check (subject in ('person', 'group')),
  name text not null check (name <> ''),
  job_title text check (job_title <> ''),
  achievement text not null check (achievement <> ''),
  decision_number text check (decision_number <> ''),
  decision_on date,
  decision_by text check (decision_by <> ''),
  -- Name, job and achievement without diacritics and capitals, for the search.
  words_plain text not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  updated_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, noted_by) references person (agency_id, id),
  constraint commendation_decided_by_a_decision check (decision_number is not null or num_nonnulls(decision_on, decision_by) = 0)
);
create index commendation_newest on commendation (agency_id, noted_at desc, id desc);

create table commendation_consent (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  commendation_id uuid not null,
  asked_by uuid not null,
  asked_on date not null,
  how text not null check (how in ('written', 'message', 'spoken')),
  -- Where it can be looked up.
  kept_at text check (kept_at <> ''),
  covers_picture boolean not null,
  channels text[] not null check (cardinality(channels) > 0),
  noted_by uuid not null,
  noted_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_note text check (withdrawn_note <> ''),
  foreign key (agency_id, commendation_id) references commendation (agency_id, id) on delete cascade,
  foreign key (agency_id, asked_by) references person (agency_id, id),
  foreign key (agency_id, noted_by) references person (agency_id, id),
  foreign key (agency_id, withdrawn_by) references person (agency_id, id),
  constraint commendation_consent_is_kept_somewhere check (how = 'spoken' or kept_at is not null),
  constraint commendation_consent_withdrawn_by_somebody check (num_nonnulls(withdrawn_by, withdrawn_at) in (0, 2))
);
create unique index commendation_consent_in_force on commendation_consent (commendation_id) where withdrawn_at is null;

create table commendation_text (
  agency_id uuid not null references agency (id) on delete cascade,
  commendation_id uuid not null,
  item_id uuid not null,
  -- The text shows a picture of the person.
  pictured boolean not null default false,
  -- The exact text of which somebody said that it neither names nor shows the person.
  unnamed_in uuid,
  unnamed_by uuid,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (commendation_id, item_id),
  foreign key (agency_id, commendation_id) references commendation (agency_id, id) on delete cascade,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (item_id, unnamed_in) references content_revision (item_id, id),
  foreign key (agency_id, unnamed_by) references person (agency_id, id),
  foreign key (agency_id, linked_by) references person (agency_id, id),
  constraint commendation_text_unnamed_by_somebody check (num_nonnulls(unnamed_in, unnamed_by) in (0, 2))
);
create index commendation_text_by_item on commendation_text (item_id);

-- Which texts may not show one revision of theirs: it praises a person who has not agreed to that.
create function praised_without_consent(item uuid, revision uuid) returns setof uuid
language sql stable as $$
  select t.commendation_id
  from commendation_text t join commendation c on c.id = t.commendation_id
  where t.item_id = item and c.subject = 'person' and t.unnamed_in is distinct from revision
    and not exists (
      select from commendation_consent s
      where s.commendation_id = c.id and s.withdrawn_at is null and 'portal' = any (s.channels)
        and (s.covers_picture or not t.pictured)
    )
$$;

create function content_item_praises_with_consent() returns trigger
language plpgsql as $$
begin
  if exists (select from praised_without_consent(new.id, new.live_revision_id)) then
    raise exception using errcode = 'check_violation', constraint = 'content_item_praises_with_consent',
      message = 'content_item_praises_with_consent: the text praises a person who has not agreed to be named';
  end if;
  return new;
end $$;

create trigger content_item_praises_with_consent before update on content_item
for each row
when (new.state = 'published' and (old.state <> 'published' or new.live_revision_id is distinct from old.live_revision_id))
execute function content_item_praises_with_consent();

grant select, insert, delete on commendation, commendation_text to gandan_serving;
grant select, insert on commendation_consent to gandan_serving;
grant update (name, job_title, unit_id, achievement, decision_number, decision_on, decision_by, words_plain, updated_at)
  on commendation to gandan_serving;
grant update (withdrawn_by, withdrawn_at, withdrawn_note) on commendation_consent to gandan_serving;
grant update (pictured, unnamed_in, unnamed_by) on commendation_text to gandan_serving;
