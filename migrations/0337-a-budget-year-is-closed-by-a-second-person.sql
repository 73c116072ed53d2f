-- A year of the budget is closed after its settlement, asked for by one and decided by another; from then on nothing of
-- it changes. Opening it again is an act of its own with its reason.
create table budget_closing (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  year integer not null check (year between 2000 and 2200),
  state text not null check (state in ('asked', 'closed', 'refused', 'reopened')),
  -- The paper of the settlement.
  document_number text not null check (btrim(document_number) <> ''),
  document_day date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_words text not null default '',
  reopened_by uuid,
  reopened_at timestamptz,
  reopen_reason text not null default '',
  unique (agency_id, id),
  foreign key (agency_id, asked_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, reopened_by) references person (agency_id, id) deferrable initially deferred,
  constraint budget_closing_by_a_second_person check (decided_by <> asked_by),
  constraint budget_closing_whole check (
    num_nonnulls(decided_by, decided_at) = case when state = 'asked' then 0 else 2 end
    and num_nonnulls(reopened_by, reopened_at) = case when state = 'reopened' then 2 else 0 end
    and (state <> 'refused' or btrim(decision_words) <> '')
    and (state <> 'reopened' or btrim(reopen_reason) <> ''))
);
create unique index budget_closing_one on budget_closing (agency_id, year) where state in ('asked', 'closed');

-- What is left of a commitment is carried into a line of a later year: a commitment of its own that names the first one,
-- which is reduced by as much when it is confirmed.
alter table budget_commitment add column carried_from_id uuid;
alter table budget_commitment add foreign key (agency_id, carried_from_id) references budget_commitment (agency_id, id);
alter table budget_commitment add constraint budget_commitment_carried check (carried_from_id is null or reduces_id is null);
create index budget_commitment_of_carried on budget_commitment (carried_from_id);
drop index budget_commitment_once;
create unique index budget_commitment_once on budget_commitment (agency_id, lower(number), lower(partner), signed_on)
  where reduces_id is null and carried_from_id is null and reduced < amount and state not in ('refused', 'withdrawn');
create unique index budget_commitment_carried_once on budget_commitment (carried_from_id)
  where carried_from_id is not null and state not in ('refused', 'withdrawn');

create function demand_carried_reduction() returns trigger language plpgsql as $$
begin
  if new.carried_from_id is not null and new.state = 'confirmed' and not exists (
    select from budget_commitment r where r.reduces_id = new.carried_from_id and r.state = 'confirmed' and r.amount = -new.amount) then
    raise exception 'what is carried leaves its year' using errcode = 'check_violation', constraint = 'budget_commitment_leaves_its_year';
  end if;
  return null;
end $$;
create constraint trigger budget_commitment_leaves_its_year after update on budget_commitment
  deferrable initially deferred for each row execute function demand_carried_reduction();

-- Who writes into a year shares its lock, who closes it has it alone: nothing slips in beside a closing.
create function demand_open_budget_year() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row jsonb := to_jsonb(case tg_op when 'DELETE' then old else new end);
  agency uuid := (row ->> 'agency_id')::uuid;
  of_year integer;
begin
  -- An agency that is removed takes all with it.
  if tg_op = 'DELETE' and not exists (select from agency a where a.id = agency) then
    return old;
  end if;
  of_year := case tg_table_name
    when 'budget_line' then (row ->> 'year')::integer
    when 'budget_proposal' then (row ->> 'year')::integer
    when 'budget_change' then (select p.year from budget_proposal p where p.id = (row ->> 'proposal_id')::uuid)
    when 'budget_cost' then (
      select l.year from budget_expense e join budget_line l on l.id = e.line_id where e.id = (row ->> 'expense_id')::uuid)
    when 'budget_document' then coalesce(
      (select p.year from budget_proposal p where p.id = (row ->> 'proposal_id')::uuid),
      (select l.year from budget_commitment c join budget_line l on l.id = c.line_id where c.id = (row ->> 'commitment_id')::uuid),
      (select l.year from budget_expense e join budget_line l on l.id = e.line_id where e.id = (row ->> 'expense_id')::uuid))
    else (select l.year from budget_line l where l.id = (row ->> 'line_id')::uuid)
  end;
  if of_year is not null then
    perform pg_advisory_xact_lock_shared(hashtextextended('budget-year:' || agency || ':' || of_year, 0));
    if exists (select from budget_closing c where c.agency_id = agency and c.year = of_year and c.state = 'closed') then
      raise exception 'a closed year does not change' using errcode = 'check_violation', constraint = 'budget_year_is_closed';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger a_budget_line_in_open_year before insert or update or delete on budget_line
  for each row execute function demand_open_budget_year();
create trigger a_budget_proposal_in_open_year before insert or update or delete on budget_proposal
  for each row execute function demand_open_budget_year();
create trigger a_budget_change_in_open_year before insert or update or delete on budget_change
  for each row execute function demand_open_budget_year();
create trigger a_budget_commitment_in_open_year before insert or update on budget_commitment
  for each row execute function demand_open_budget_year();
create trigger a_budget_expense_in_open_year before insert or update on budget_expense
  for each row execute function demand_open_budget_year();
create trigger a_budget_cost_in_open_year before insert or update or delete on budget_cost
  for each row execute function demand_open_budget_year();
create trigger a_budget_document_in_open_year before insert on budget_document
  for each row execute function demand_open_budget_year();
create trigger a_royalty_in_open_year before insert or update on royalty
  for each row execute function demand_open_budget_year();

-- Closed only when nothing of the year waits and no commitment is left open.
create function guard_budget_closing() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'asked' then
      raise exception 'a closing is asked for' using errcode = 'check_violation', constraint = 'budget_closing_begins';
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (('asked', 'closed'), ('asked', 'refused'), ('closed', 'reopened'))
    or (new.year, new.document_number, new.document_day, new.asked_by, new.asked_at)
      is distinct from (old.year, old.document_number, old.document_day, old.asked_by, old.asked_at) then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'budget_closing_is_decided';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('budget-year:' || new.agency_id || ':' || new.year, 0));
  if new.state = 'closed' and (
    exists (select from budget_proposal p where p.agency_id = new.agency_id and p.year = new.year and p.state = 'submitted')
    or exists (select from budget_commitment c join budget_line l on l.id = c.line_id
      where l.agency_id = new.agency_id and l.year = new.year and (c.state = 'pending' or (
        c.state in ('confirmed', 'earlier') and c.reduces_id is null and c.spent + c.reduced < c.amount)))
    or exists (select from budget_expense e join budget_line l on l.id = e.line_id
      where l.agency_id = new.agency_id and l.year = new.year and e.state = 'pending')
    or exists (select from royalty r join budget_line l on l.id = r.line_id
      where l.agency_id = new.agency_id and l.year = new.year and r.state = 'proposed')) then
    raise exception 'something of the year is open' using errcode = 'check_violation', constraint = 'budget_year_is_settled';
  end if;
  return new;
end $$;
create trigger budget_closing_guarded before insert or update on budget_closing
  for each row execute function guard_budget_closing();

grant select, insert on budget_closing to gandan_serving;
grant update (state, decided_by, decided_at, decision_words, reopened_by, reopened_at, reopen_reason) on budget_closing to gandan_serving;
