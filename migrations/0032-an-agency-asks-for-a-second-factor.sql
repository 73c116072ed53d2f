-- Which roles of an agency sign in with a second factor, and from which day they cannot act without; no row: none.
create table sign_in_rule (
  agency_id uuid primary key references agency (id) on delete cascade,
  second_factor_roles text[] not null check (cardinality(second_factor_roles) > 0),
  second_factor_from date not null
);

grant select, insert, update, delete on sign_in_rule to gandan_serving;
