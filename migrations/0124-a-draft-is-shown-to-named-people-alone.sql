-- Whom a text that is not out yet is limited to, beside its writers and those who decide on it.
alter table content_item add column limited boolean not null default false;
create index content_item_limited on content_item (agency_id) where limited;

create table content_reader (
  agency_id uuid not null references agency (id) on delete cascade,
  item_id uuid not null,
  person_id uuid,
  unit_id uuid,
  named_by uuid not null,
  named_at timestamptz not null,
  constraint content_reader_one check (num_nonnulls(person_id, unit_id) = 1),
  constraint content_reader_once unique nulls not distinct (item_id, person_id, unit_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id),
  foreign key (agency_id, named_by) references person (agency_id, id)
);
grant select, insert, delete on content_reader to gandan_serving;

-- What is out is everybody's, whichever way it went out.
create function lift_limit() returns trigger language plpgsql as $$
begin
  if new.state in ('published', 'withdrawn', 'removed') then
    new.limited := false;
  end if;
  return new;
end $$;
create trigger content_item_lift_limit before insert or update of state, limited on content_item
  for each row when (new.limited) execute function lift_limit();
