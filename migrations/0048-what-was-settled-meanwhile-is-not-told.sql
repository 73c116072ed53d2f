-- What a notice tells of was looked up again before it left the application, and needs nobody any more.
alter table notice
  add column settled_at timestamptz,
  add column settled_why text,
  add constraint notice_settled check ((settled_at is null) = (settled_why is null));
