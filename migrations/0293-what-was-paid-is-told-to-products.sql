-- Which products an expense was for: so much of it each. Royalties are told by themselves.
create table budget_cost (
  agency_id uuid not null references agency (id) on delete cascade,
  expense_id uuid not null,
  item_id uuid not null,
  amount bigint not null check (amount > 0),
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (expense_id, item_id),
  foreign key (agency_id, expense_id) references budget_expense (agency_id, id) on delete cascade,
  foreign key (agency_id, item_id) references content_item (agency_id, id),
  foreign key (agency_id, told_by) references person (agency_id, id) deferrable initially deferred
);
create index budget_cost_of_item on budget_cost (item_id);

-- Never more than the expense still is; a royalty belongs to its product already.
create function demand_cost_within_expense() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  paid budget_expense;
begin
  select * into paid from budget_expense where id = new.expense_id for share;
  if paid.reverses_id is not null or paid.royalty_id is not null
    or (select sum(amount) from budget_cost where expense_id = new.expense_id) > paid.amount - paid.taken_back then
    raise exception 'more than was paid' using errcode = 'check_violation', constraint = 'budget_cost_within_expense';
  end if;
  return null;
end $$;
create constraint trigger budget_cost_within_expense after insert or update on budget_cost
  deferrable initially deferred for each row execute function demand_cost_within_expense();

grant select, insert, delete on budget_cost to gandan_serving;
