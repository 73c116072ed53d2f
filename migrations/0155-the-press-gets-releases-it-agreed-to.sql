-- Press agencies, and where they are written to.
create table press_outlet (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  kind text not null check (kind in ('newspaper', 'magazine', 'broadcaster', 'agency', 'other')),
  address text not null,
  phone text not null,
  note text not null,
  is_closed boolean not null default false,
  made_by uuid,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred
);
create unique index press_outlet_once on press_outlet (agency_id, lower(name)) where not is_closed;

-- An address there: the newsroom's own, or a journalist's who agreed. Nothing more is kept of a person.
create table press_contact (
  id uuid primary key,
  agency_id uuid not null,
  outlet_id uuid not null,
  name text not null,
  job_title text not null,
  -- Null: the person asked to be removed.
  email text check (email ~ '^[^\s@]+@[^\s@]+$' and email = lower(email)),
  phone text not null,
  basis text not null check (basis in ('official', 'consent')),
  is_closed boolean not null default false,
  -- Asked to be written to no more.
  opted_out_at timestamptz,
  opted_out_how text check (opted_out_how in ('told', 'link', 'one-click')),
  erased_at timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, outlet_id) references press_outlet (agency_id, id) on delete cascade,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred,
  constraint press_contact_opted_out_somehow check (num_nonnulls(opted_out_at, opted_out_how) in (0, 2)),
  constraint press_contact_erased_whole check ((erased_at is not null) = (email is null) and (erased_at is null or (name = '' and job_title = '' and phone = '')))
);
create unique index press_contact_once on press_contact (agency_id, email) where not is_closed;
create index press_contact_of_outlet on press_contact (outlet_id);

-- How a person agreed, and took it back; one in force at most.
create table press_consent (
  id uuid primary key,
  agency_id uuid not null,
  contact_id uuid not null,
  given_on date not null,
  how text not null check (how in ('written', 'message', 'spoken', 'carried-over')),
  kept_at text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  foreign key (agency_id, contact_id) references press_contact (agency_id, id) on delete cascade,
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred
);
create unique index press_consent_in_force on press_consent (contact_id) where withdrawn_at is null;

create table press_list (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  is_closed boolean not null default false,
  made_by uuid,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred
);
create unique index press_list_once on press_list (agency_id, lower(name)) where not is_closed;
create table press_list_member (
  list_id uuid not null,
  contact_id uuid not null,
  agency_id uuid not null,
  primary key (list_id, contact_id),
  foreign key (agency_id, list_id) references press_list (agency_id, id) on delete cascade,
  foreign key (agency_id, contact_id) references press_contact (agency_id, id) on delete cascade
);

-- What a delivery to the press has beside the others.
create table press_release (
  delivery_id uuid primary key,
  agency_id uuid not null,
  -- Sent before the text is public, under the moment before which nobody may publish it.
  is_ahead boolean not null,
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade
);
-- To whom it goes, frozen when that was chosen.
create table press_recipient (
  id uuid primary key,
  agency_id uuid not null,
  delivery_id uuid not null,
  contact_id uuid not null,
  -- Null: the person asked to be removed.
  address text,
  -- Under which the ledger of the delivery names it.
  key text not null,
  added_at timestamptz not null,
  unique (delivery_id, key),
  unique (delivery_id, contact_id),
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade,
  foreign key (agency_id, contact_id) references press_contact (agency_id, id) on delete cascade
);
create index press_recipient_of_contact on press_recipient (contact_id);
create table press_attachment (
  delivery_id uuid not null,
  media_id uuid not null,
  agency_id uuid not null,
  place integer not null,
  primary key (delivery_id, media_id),
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade,
  foreign key (media_id) references media_asset (id) on delete cascade
);

-- Who may be written to: asked by the acts, and by the database itself.
create function press_may_write(contact press_contact) returns boolean language sql stable as $$
  select not contact.is_closed and contact.erased_at is null and contact.opted_out_at is null
    and exists (select 1 from press_outlet o where o.id = contact.outlet_id and not o.is_closed)
    and (contact.basis = 'official'
      or exists (select 1 from press_consent c where c.contact_id = contact.id and c.withdrawn_at is null))
$$;
create function demand_a_willing_recipient() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from press_contact c where c.id = new.contact_id and press_may_write(c)) then
    raise exception 'this address may not be written to' using errcode = 'check_violation', constraint = 'willing_recipient';
  end if;
  return new;
end $$;
create trigger press_recipient_is_willing before insert on press_recipient
  for each row execute function demand_a_willing_recipient();

grant select, insert, update on press_outlet, press_contact, press_consent, press_list, press_recipient, press_release to gandan_serving;
grant select, insert, delete on press_list_member, press_attachment to gandan_serving;
grant delete on press_recipient to gandan_serving;
