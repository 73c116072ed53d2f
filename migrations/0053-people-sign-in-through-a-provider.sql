-- A provider of sign-in (OpenID Connect) that an agency set up for its own people. The secret is kept encrypted.
create table sign_in_provider (
  agency_id uuid primary key references agency (id) on delete cascade,
  name text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret text not null,
  domains text[] not null check (cardinality(domains) > 0),
  two_factor_values text[] not null default '{}',
  active boolean not null
);
grant select, insert, update, delete on sign_in_provider to gandan_serving;

-- Who is who at a provider. One that was taken off stays as a row, so that it does not come back by itself.
create table provider_link (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id) on delete cascade,
  agency_id uuid not null references agency (id) on delete cascade,
  linked_at timestamptz not null,
  unlinked_at timestamptz,
  primary key (issuer, subject),
  unique (issuer, person_id)
);
create index provider_link_by_person on provider_link (person_id);
grant select, insert, update, delete on provider_link to gandan_serving;
