-- What is chosen for a post on its network, such as who may see it; and what a network binds posts under an account by,
-- told before anything is planned there.
alter table delivery add column choices jsonb not null default '{}' check (jsonb_typeof(choices) = 'object');
alter table channel_credential add column limits jsonb not null default '[]' check (jsonb_typeof(limits) = 'array');

-- A call beside the visible one that must not be made twice either: whoever enters it makes it, and nobody else ever.
create table delivery_call (
  delivery_id uuid not null,
  agency_id uuid not null,
  step text not null,
  at timestamptz not null,
  primary key (delivery_id, step),
  foreign key (agency_id, delivery_id) references delivery (agency_id, id) on delete cascade
);
grant select, insert on delivery_call to gandan_serving;

-- What stands and is still looked after, such as an address that the network tells later.
create index delivery_followed on delivery (next_try_at) where state = 'placed' and next_try_at is not null;
