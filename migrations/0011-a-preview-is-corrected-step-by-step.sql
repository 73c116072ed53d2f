-- A preview is corrected step by step: each step names the version that the person saw, and the latest can be taken back.
alter table plan_import
  add version integer not null default 1,
  add previous jsonb,
  add corrected_at timestamptz;
