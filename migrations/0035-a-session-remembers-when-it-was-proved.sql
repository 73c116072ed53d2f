-- When whoever uses the session last proved who it is, by password or second factor: sensitive acts ask for it anew.
alter table auth_session add column confirmed_at timestamptz not null default now();
