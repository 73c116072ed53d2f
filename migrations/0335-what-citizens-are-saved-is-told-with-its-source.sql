-- How much time, how many ways and how much money citizens are saved: so much for a dossier, by a decision or document,
-- for so many dossiers of a period. Whole minutes, whole ways, whole đồng.
create table citizen_saving (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  -- A reporting period of Decree 09/2019/NĐ-CP, with its days.
  period text not null check (btrim(period) <> ''),
  from_on date not null,
  to_on date not null,
  -- All dossiers, those of a field or a procedure, or a group that was counted elsewhere.
  scope text not null check (scope in ('all', 'field', 'procedure', 'named')),
  scope_key text not null,
  scope_name text not null check (btrim(scope_name) <> ''),
  -- Which dossiers of the scope are counted; 'entered': somebody counted them elsewhere.
  measure text not null check (measure in ('online', 'paid', 'electronic', 'early', 'entered')),
  dossiers integer not null check (dossiers between 1 and 9999999),
  counted_by text not null default '',
  counted_at timestamptz not null,
  -- For each dossier.
  minutes integer not null default 0 check (minutes between 0 and 999999),
  ways integer not null default 0 check (ways between 0 and 999),
  dong bigint not null default 0 check (dong between 0 and 99999999),
  -- How it was worked out, in words.
  method text not null check (btrim(method) <> ''),
  document_title text not null check (btrim(document_title) <> ''),
  document_number text not null check (btrim(document_number) <> ''),
  document_day date not null,
  link text not null default '',
  state text not null check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  -- All who wrote any of it: none of them decides.
  writers uuid[] not null check (cardinality(writers) > 0),
  written_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_words text not null default '',
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  unique (agency_id, id),
  foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, withdrawn_by) references person (agency_id, id) deferrable initially deferred,
  constraint citizen_saving_days check (from_on <= to_on),
  constraint citizen_saving_saves check (minutes > 0 or ways > 0 or dong > 0),
  -- What was counted elsewhere says by whom; what is counted here names what it counts.
  constraint citizen_saving_counted check (
    (measure = 'entered') = (scope = 'named') and (measure <> 'entered' or btrim(counted_by) <> '')),
  constraint citizen_saving_by_a_second_person check (decided_by is null or not decided_by = any (writers)),
  constraint citizen_saving_whole check (
    num_nonnulls(decided_by, decided_at) = case when state = 'proposed' then 0 else 2 end
    and num_nonnulls(withdrawn_by, withdrawn_at) = case when state = 'withdrawn' then 2 else 0 end
    and (state <> 'refused' or btrim(decision_words) <> '')
    and (state <> 'withdrawn' or btrim(withdrawn_reason) <> '')),
  -- The same dossiers are not counted twice: not in two spans that touch, and not as a part and as the whole.
  constraint citizen_saving_once exclude using gist (
    agency_id with =, measure with =, lower(scope_key) with =, daterange(from_on, to_on, '[]') with &&)
    where (state = 'approved'),
  constraint citizen_saving_one_division exclude using gist (
    agency_id with =, measure with =, scope with <>, daterange(from_on, to_on, '[]') with &&)
    where (state = 'approved')
);
create index citizen_saving_of_span on citizen_saving (agency_id, to_on);

-- The file of the source is kept among the papers of the money.
alter table budget_document add column saving_id uuid;
alter table budget_document add foreign key (agency_id, saving_id) references citizen_saving (agency_id, id) on delete cascade;
alter table budget_document drop constraint budget_document_of_one;
alter table budget_document add constraint budget_document_of_one
  check (num_nonnulls(proposal_id, commitment_id, expense_id, saving_id) = 1);
alter table budget_document drop constraint budget_document_proposal_id_commitment_id_expense_id_sha256_key;
alter table budget_document add constraint budget_document_once
  unique nulls not distinct (proposal_id, commitment_id, expense_id, saving_id, sha256);

-- Approved once, with a source that can be opened; afterwards it is only withdrawn.
create function guard_citizen_saving() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then
      raise exception 'a saving begins as a proposal' using errcode = 'check_violation', constraint = 'citizen_saving_begins';
    end if;
    return new;
  end if;
  if old.state in ('refused', 'withdrawn') or (old.state = 'approved' and (
    new.state <> 'withdrawn' or
    (to_jsonb(new) - array['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason']))) then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'citizen_saving_is_decided';
  end if;
  if new.state = 'withdrawn' and old.state <> 'approved' then
    raise exception 'only what was approved is withdrawn' using errcode = 'check_violation', constraint = 'citizen_saving_is_decided';
  end if;
  if new.state = 'approved' and old.state = 'proposed' and new.link = ''
    and not exists (select from budget_document where saving_id = new.id) then
    raise exception 'a source can be opened' using errcode = 'check_violation', constraint = 'citizen_saving_has_its_source';
  end if;
  return new;
end $$;
create trigger citizen_saving_guarded before insert or update on citizen_saving
  for each row execute function guard_citizen_saving();

grant select, insert, update on citizen_saving to gandan_serving;
