-- Who ordered a product accepts what was made, in exactly this text: a part of the dossier by which it is paid.
create table product_acceptance (
  id uuid primary key,
  agency_id uuid not null,
  item_id uuid not null,
  revision_id uuid not null,
  revision_hash text not null,
  verdict text not null check (verdict in ('accepted', 'accepted-with-remarks', 'not-accepted')),
  remarks text not null,
  accepted_by uuid not null,
  accepted_at timestamptz not null,
  -- Taken back, or followed by another one.
  ended_at timestamptz,
  ended_by uuid,
  ended_reason text,
  unique (agency_id, id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (item_id, revision_id, revision_hash) references content_revision (item_id, id, hash) deferrable initially deferred,
  foreign key (agency_id, accepted_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ended_by) references person (agency_id, id) deferrable initially deferred,
  constraint remarks_where_not_plainly_accepted check (verdict = 'accepted' or btrim(remarks) <> ''),
  constraint ended_whole check (num_nonnulls(ended_at, ended_by, ended_reason) in (0, 3))
);
create unique index product_acceptance_once on product_acceptance (item_id) where ended_at is null;
create index product_acceptance_of_item on product_acceptance (item_id, accepted_at);

create function demand_acceptance_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from content_revision where item_id = new.item_id and author_id = new.accepted_by) then
    raise exception 'who wrote it does not accept it' using errcode = 'check_violation', constraint = 'accepted_by_another';
  end if;
  return new;
end $$;
create trigger product_acceptance_by_another before insert on product_acceptance
  for each row execute function demand_acceptance_by_another();
grant select, insert, update on product_acceptance to gandan_serving;
