-- Texts that belong together (an article, its post, its bulletin) are sent and approved together, or not at all.
create table review_bundle (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  made_by uuid not null,
  made_at timestamptz not null,
  unique (agency_id, id)
);
create table review_bundle_text (
  agency_id uuid not null,
  bundle_id uuid not null,
  -- A text is in one bundle at most.
  item_id uuid primary key,
  position integer not null check (position between 1 and 10),
  unique (bundle_id, position),
  foreign key (agency_id, bundle_id) references review_bundle (agency_id, id) on delete cascade,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade
);

-- Submissions that were sent together carry one id.
alter table review_run add column together_id uuid;
create index review_run_together on review_run (together_id) where together_id is not null;

-- What the acts see to, the database sees to once more at the end of each transaction: of what was sent together either
-- everything has been approved or nothing, and it ends together. Only a text that could not wait leaves the others.
create function demand_one_decision() returns trigger language plpgsql as $$
begin
  if exists (
    select from review_run one join review_run other on other.together_id = one.together_id
    where one.id = new.id and one.outcome is distinct from 'urgent' and other.outcome is distinct from 'urgent'
      and ((one.ended_at is null) <> (other.ended_at is null)
        or coalesce(one.outcome in ('approved', 'revoked'), false) <> coalesce(other.outcome in ('approved', 'revoked'), false))) then
    raise exception 'what was sent together is decided together' using errcode = 'check_violation', constraint = 'decided_together';
  end if;
  return null;
end $$;
create constraint trigger decided_together after insert or update of outcome on review_run
  deferrable initially deferred
  for each row when (new.together_id is not null) execute function demand_one_decision();

grant select, insert, update, delete on review_bundle, review_bundle_text to gandan_serving;
