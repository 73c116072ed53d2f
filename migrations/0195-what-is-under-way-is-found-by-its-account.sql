-- What a worker has taken is found by its account, in an index that holds one row of each. In the list of all that is open
-- everything that was ever taken has stood, and whoever looked there read past it.
drop index delivery_open;
create index delivery_open on delivery (state) where state in ('submitted', 'unknown');

-- The same promise as before, one question for each table: asked as one, it was planned anew for every row.
create or replace function demand_account_at_rest() returns trigger language plpgsql as $$
declare
  busy boolean;
begin
  perform 1 from channel_account where id = new.account_id for no key update;
  if tg_table_name = 'delivery' then
    busy := exists (select from placement_change where account_id = new.account_id and state = 'running');
  else
    busy := exists (select from delivery where account_id = new.account_id and state = 'submitting');
  end if;
  if busy then
    raise exception 'the account is being called already' using errcode = 'unique_violation', constraint = 'account_one_call';
  end if;
  return new;
end $$;

-- Entries that are written together are put into the line for their seal together, in their order.
create or replace function await_seal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_unsealed (entry_id) select id from added order by id;
  return null;
end $$;
drop trigger entries_await_their_seal on audit_entry;
create trigger entries_await_their_seal after insert on audit_entry
  referencing new table as added for each statement execute function await_seal();
