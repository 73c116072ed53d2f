-- An address that takes no letters is written to no more until somebody says that it does again.
alter table press_contact
  add column suspended_at timestamptz,
  add column suspended_why text check (btrim(suspended_why) <> ''),
  -- What came back before counts no more.
  add column trusted_since timestamptz,
  add constraint press_contact_suspended_for_a_reason check (num_nonnulls(suspended_at, suspended_why) in (0, 2));

create or replace function press_may_write(contact press_contact) returns boolean language sql stable as $$
  select not contact.is_closed and contact.erased_at is null and contact.opted_out_at is null
    and contact.suspended_at is null
    and exists (select 1 from press_outlet o where o.id = contact.outlet_id and not o.is_closed)
    and (contact.basis = 'official'
      or exists (select 1 from press_consent c where c.contact_id = contact.id and c.withdrawn_at is null))
$$;

-- What was not taken: by a server at once, or come back later and written down by hand. Each once; it only grows.
create table press_bounce (
  id uuid primary key,
  agency_id uuid not null,
  contact_id uuid not null,
  -- Of the letter that was not taken: who got the release, the mail, or its own where a person wrote it down.
  source_id uuid not null,
  -- Names the address without saying it.
  key text not null,
  -- hard: no such mailbox; soft: not now; other: not this letter.
  kind text not null check (kind in ('hard', 'soft', 'other')),
  said text not null,
  at timestamptz not null,
  recorded_by uuid,
  unique (source_id, key),
  foreign key (agency_id, contact_id) references press_contact (agency_id, id) on delete cascade,
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred
);
create index press_bounce_of_contact on press_bounce (contact_id, at desc);
grant select, insert on press_bounce to gandan_serving;
