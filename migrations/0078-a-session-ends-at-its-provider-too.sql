-- Which provider let a session in, and the token with which that provider is asked to end its own; encrypted, gone with
-- the session.
alter table auth_session
  add column provider_key text,
  add column sealed_id_token text,
  add constraint provider_and_token_together check ((provider_key is null) = (sealed_id_token is null));
