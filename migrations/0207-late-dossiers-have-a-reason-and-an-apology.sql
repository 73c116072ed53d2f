-- How the agency apologises for what is late; the newest row holds. Before there is one the product's own holds.
create table apology_rule (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  reasons text[] not null check (cardinality(reasons) between 1 and 30),
  -- Days before the promised day by which the applicant must have the apology.
  days_before smallint not null check (days_before between 0 and 60),
  most_new_dates smallint not null check (most_new_dates between 0 and 10),
  -- "GIÁM ĐỐC", one line of authority each.
  signer text not null check (btrim(signer) <> ''),
  contact text not null,
  ground text not null check (btrim(ground) <> ''),
  said_by uuid not null,
  said_at timestamptz not null,
  foreign key (agency_id, said_by) references person (agency_id, id)
);
create index apology_rule_newest on apology_rule (agency_id, said_at desc);

-- Why a dossier is late and who answers for it. A reason is one of the agency's categories: no free text, no names.
create table late_dossier (
  agency_id uuid not null references agency (id) on delete cascade,
  code text not null,
  reason text not null check (btrim(reason) <> ''),
  unit text not null check (btrim(unit) <> ''),
  new_due_on date,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (agency_id, code),
  foreign key (agency_id, said_by) references person (agency_id, id)
);

-- A written apology. To whom it goes is written on the letter and stands in no table.
create table apology (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  code text not null check (btrim(code) <> ''),
  unit text not null check (btrim(unit) <> ''),
  procedure_code text not null,
  procedure_name text not null,
  received_on date not null,
  due_on date not null,
  reason text not null check (btrim(reason) <> ''),
  explanation text not null check (btrim(explanation) <> ''),
  new_due_on date check (new_due_on > due_on),
  -- Which rule it was written under.
  days_before smallint not null,
  signer text not null,
  contact text not null,
  state text not null check (state in ('draft', 'approved', 'sent', 'withdrawn')),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  sent_on date,
  sent_how text,
  sent_by uuid,
  withdrawn_reason text,
  published_at timestamptz,
  published_by uuid,
  foreign key (agency_id, drafted_by) references person (agency_id, id),
  foreign key (agency_id, approved_by) references person (agency_id, id),
  foreign key (agency_id, sent_by) references person (agency_id, id),
  foreign key (agency_id, published_by) references person (agency_id, id),
  constraint apology_needs_a_second_person check (approved_by is null or approved_by <> drafted_by),
  constraint apology_approved_by_somebody check ((state in ('approved', 'sent')) <= (approved_by is not null and approved_at is not null)),
  constraint apology_sent_somehow check ((state = 'sent') <= (sent_on is not null and sent_how is not null and sent_by is not null)),
  constraint apology_published_when_sent check ((published_at is not null) <= (state = 'sent' and published_by is not null))
);
-- One at a time for each dossier, whoever begins it at the same moment.
create unique index apology_under_way on apology (agency_id, code) where state in ('draft', 'approved');
create index apology_of_dossier on apology (agency_id, code);

grant select, insert on apology_rule to gandan_serving;
grant select, insert, update on late_dossier to gandan_serving;
grant select, insert, update on apology to gandan_serving;
