-- Public keys of devices that sign a person in by fingerprint, face or PIN, in the shape that better-auth keeps.
create table auth_passkey (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index auth_passkey_by_user on auth_passkey (user_id);

grant select, insert, update, delete on auth_passkey to gandan_serving;
