-- Who renews what lets us in, and until when that is theirs; nobody holds a transaction while a network answers.
alter table channel_credential
  add column renewed_by uuid,
  add column renewed_until timestamptz,
  add constraint renewed_with_an_end check (num_nonnulls(renewed_by, renewed_until) in (0, 2));
