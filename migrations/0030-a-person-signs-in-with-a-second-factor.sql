-- The second factor of an account, in the shape that better-auth keeps: key and recovery codes are encrypted with
-- the session secret of the installation.
alter table auth_user add column two_factor_enabled boolean not null default false;

create table auth_two_factor (
  id text primary key,
  user_id text not null unique references auth_user (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  -- False while the person has not yet typed a first code.
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  -- The code that was taken last: none is taken twice.
  used_code text
);

grant select, insert, update, delete on auth_two_factor to gandan_serving;
