-- A text may be refused outright: it ends there, with who decided and why, and a new one may be begun from it.
alter table content_item
  drop constraint content_item_state_check,
  add constraint content_item_state_check check (state in (
    'draft', 'discarded', 'submitted', 'returned', 'refused', 'approved', 'scheduled', 'published', 'withdrawn', 'removed')),
  -- The refused text from which this one was begun.
  add column begun_from uuid check (begun_from <> id),
  add foreign key (agency_id, begun_from) references content_item (agency_id, id) deferrable initially deferred;
create index content_item_begun_from on content_item (begun_from) where begun_from is not null;

-- What the policy refuses, the database refuses too: nobody is refused without a decision, and nothing leaves that state.
create function demand_refusal() returns trigger language plpgsql as $$
begin
  if old.state = 'refused' then
    raise exception 'what was refused stays refused' using errcode = 'check_violation', constraint = 'refused_for_good';
  end if;
  if not exists (
    select from review_run run join review_decision d on d.run_id = run.id
    where run.item_id = new.id and run.outcome = 'refused' and d.outcome = 'refused'
      and run.revision_id = new.current_revision_id) then
    raise exception 'nobody refused this text' using errcode = 'check_violation', constraint = 'refused_by_a_decision';
  end if;
  return new;
end $$;
create trigger refused_by_a_decision after update on content_item
  for each row when (old.state is distinct from new.state and (old.state = 'refused' or new.state = 'refused'))
  execute function demand_refusal();
