-- Who records a commitment or an expense does not confirm it. A record holds its money at once, so that nothing else is
-- promised of it; what takes back or reduces frees money only once it is confirmed. 'earlier': recorded before there was this.
alter table budget_commitment
  add column state text not null default 'earlier',
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column decision_words text not null default '',
  add foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred;
alter table budget_expense
  add column state text not null default 'earlier',
  add column decided_by uuid,
  add column decided_at timestamptz,
  add column decision_words text not null default '',
  add foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred;
alter table budget_commitment alter column state set default 'pending';
alter table budget_expense alter column state set default 'pending';

alter table budget_commitment add constraint budget_commitment_state check (
  state in ('pending', 'confirmed', 'refused', 'withdrawn', 'earlier')
  and num_nonnulls(decided_by, decided_at) = case when state in ('pending', 'earlier') then 0 else 2 end
  and (state not in ('refused', 'withdrawn') or btrim(decision_words) <> ''));
alter table budget_expense add constraint budget_expense_state check (
  state in ('pending', 'confirmed', 'refused', 'withdrawn', 'earlier')
  and num_nonnulls(decided_by, decided_at) = case when state in ('pending', 'earlier') then 0 else 2 end
  and (state not in ('refused', 'withdrawn') or btrim(decision_words) <> ''));
-- Another confirms or refuses; who recorded it may only withdraw it.
alter table budget_commitment add constraint budget_commitment_by_a_second_person check (
  decided_by is null or (state = 'withdrawn') = (decided_by = recorded_by));
alter table budget_expense add constraint budget_expense_by_a_second_person check (
  decided_by is null or (state = 'withdrawn') = (decided_by = recorded_by));

-- What fell away may be recorded anew.
drop index budget_commitment_once;
create unique index budget_commitment_once on budget_commitment (agency_id, lower(number), lower(partner), signed_on)
  where reduces_id is null and reduced < amount and state not in ('refused', 'withdrawn');
drop index budget_expense_once;
create unique index budget_expense_once on budget_expense (line_id, lower(document_number), document_day, lower(payee))
  where reverses_id is null and taken_back < amount and state not in ('refused', 'withdrawn');
drop index budget_expense_royalty_once;
create unique index budget_expense_royalty_once on budget_expense (royalty_id)
  where royalty_id is not null and reverses_id is null and taken_back < amount and state not in ('refused', 'withdrawn');
create index budget_commitment_pending on budget_commitment (agency_id) where state = 'pending';
create index budget_expense_pending on budget_expense (agency_id) where state = 'pending';

-- The line is taken first by all, so that what comes at the same moment waits and is then measured against what is left.
create or replace function count_budget_commitment() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first budget_commitment;
begin
  if new.reduced <> 0 or new.spent <> 0 then
    raise exception 'a commitment begins empty' using errcode = 'check_violation', constraint = 'budget_commitment_begins_empty';
  end if;
  if new.state <> 'pending' then
    raise exception 'a record waits for a second person' using errcode = 'check_violation', constraint = 'budget_commitment_begins_pending';
  end if;
  perform from budget_line where id = new.line_id for update;
  if new.reduces_id is not null then
    select * into first from budget_commitment where id = new.reduces_id;
    if first.reduces_id is not null then
      raise exception 'a reduction is not reduced' using errcode = 'check_violation', constraint = 'budget_commitment_sign';
    end if;
    if first.state not in ('confirmed', 'earlier') then
      raise exception 'only what was confirmed is reduced' using errcode = 'check_violation', constraint = 'budget_commitment_is_confirmed';
    end if;
  else
    update budget_line set committed = committed + new.amount where id = new.line_id;
  end if;
  return new;
end $$;

create or replace function count_budget_expense() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  first budget_expense;
  promised budget_commitment;
begin
  if new.taken_back <> 0 then
    raise exception 'an expense begins whole' using errcode = 'check_violation', constraint = 'budget_expense_begins_whole';
  end if;
  if new.state <> 'pending' then
    raise exception 'a record waits for a second person' using errcode = 'check_violation', constraint = 'budget_expense_begins_pending';
  end if;
  perform from budget_line where id = new.line_id for update;
  if new.reverses_id is not null then
    select * into first from budget_expense where id = new.reverses_id;
    if first.reverses_id is not null then
      raise exception 'what takes back is not taken back' using errcode = 'check_violation', constraint = 'budget_expense_sign';
    end if;
    if first.state not in ('confirmed', 'earlier') then
      raise exception 'only what was confirmed is taken back' using errcode = 'check_violation', constraint = 'budget_expense_is_confirmed';
    end if;
    new.commitment_id := first.commitment_id;
    return new;
  end if;
  if new.commitment_id is not null then
    select * into promised from budget_commitment where id = new.commitment_id;
    if promised.reduces_id is not null then
      raise exception 'a reduction pays nothing' using errcode = 'check_violation', constraint = 'budget_commitment_sign';
    end if;
    if promised.state not in ('confirmed', 'earlier') then
      raise exception 'only a confirmed commitment is paid' using errcode = 'check_violation', constraint = 'budget_commitment_is_confirmed';
    end if;
    update budget_commitment set spent = spent + new.amount where id = new.commitment_id;
  end if;
  update budget_line set spent = spent + new.amount,
    direct = direct + case when new.commitment_id is null then new.amount else 0 end
  where id = new.line_id;
  return new;
end $$;

-- Decided once. What falls away gives its money back, what takes away takes it now.
create function decide_budget_commitment() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (new.state, new.decided_by, new.decided_at, new.decision_words)
    is not distinct from (old.state, old.decided_by, old.decided_at, old.decision_words) then
    return new;
  end if;
  if old.state <> 'pending' or new.state not in ('confirmed', 'refused', 'withdrawn') then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'budget_record_is_decided';
  end if;
  perform from budget_line where id = new.line_id for update;
  if new.reduces_id is null and new.state <> 'confirmed' then
    update budget_line set committed = committed - new.amount where id = new.line_id;
  elsif new.reduces_id is not null and new.state = 'confirmed' then
    update budget_commitment set reduced = reduced - new.amount where id = new.reduces_id;
    update budget_line set committed = committed + new.amount where id = new.line_id;
  end if;
  return new;
end $$;
create trigger budget_commitment_decided before update on budget_commitment
  for each row execute function decide_budget_commitment();

create function decide_budget_expense() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved bigint := 0;
begin
  if (new.state, new.decided_by, new.decided_at, new.decision_words)
    is not distinct from (old.state, old.decided_by, old.decided_at, old.decision_words) then
    return new;
  end if;
  if old.state <> 'pending' or new.state not in ('confirmed', 'refused', 'withdrawn') then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'budget_record_is_decided';
  end if;
  perform from budget_line where id = new.line_id for update;
  if new.reverses_id is null and new.state <> 'confirmed' then
    moved := -new.amount;
    delete from budget_cost where expense_id = new.id;
  elsif new.reverses_id is not null and new.state = 'confirmed' then
    moved := new.amount;
    update budget_expense set taken_back = taken_back - new.amount where id = new.reverses_id;
    -- What of it was for which product has to be told anew.
    delete from budget_cost where expense_id = new.reverses_id;
  end if;
  if moved <> 0 then
    if new.commitment_id is not null then
      update budget_commitment set spent = spent + moved where id = new.commitment_id;
    end if;
    update budget_line set spent = spent + moved,
      direct = direct + case when new.commitment_id is null then moved else 0 end
    where id = new.line_id;
  end if;
  return new;
end $$;
create trigger budget_expense_decided before update on budget_expense
  for each row execute function decide_budget_expense();

-- Nothing is told to products of what fell away.
create or replace function demand_cost_within_expense() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  paid budget_expense;
begin
  select * into paid from budget_expense where id = new.expense_id for share;
  if paid.reverses_id is not null or paid.royalty_id is not null or paid.state in ('refused', 'withdrawn')
    or (select sum(amount) from budget_cost where expense_id = new.expense_id) > paid.amount - paid.taken_back then
    raise exception 'more than was paid' using errcode = 'check_violation', constraint = 'budget_cost_within_expense';
  end if;
  return null;
end $$;

grant update (state, decided_by, decided_at, decision_words) on budget_commitment, budget_expense to gandan_serving;
