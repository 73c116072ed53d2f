-- Who signed a plan, an outgoing document or a piece of guidance, and by which decision, as it was on that day.
alter table plan
  add column signed_authority_id uuid,
  add column signed_as jsonb,
  add check ((signed_authority_id is null) = (signed_as is null)),
  add check (signed_authority_id is null or state = 'issued'),
  add foreign key (agency_id, signed_authority_id) references signing_authority (agency_id, id) deferrable initially deferred;
alter table official_document
  add column signed_authority_id uuid,
  add column signed_as jsonb,
  add check ((signed_authority_id is null) = (signed_as is null)),
  add check (signed_authority_id is null or (outgoing and issued_on is not null)),
  add foreign key (agency_id, signed_authority_id) references signing_authority (agency_id, id) deferrable initially deferred;
alter table guidance_edition
  add column signed_authority_id uuid,
  add column signed_as jsonb,
  add check ((signed_authority_id is null) = (signed_as is null)),
  add foreign key (agency_id, signed_authority_id) references signing_authority (agency_id, id) deferrable initially deferred;

-- Reports already in the register bring their signer along.
update official_document d set signed_authority_id = r.signed_authority_id, signed_as = r.signed_as
from report r where r.document_id = d.id and r.signed_authority_id is not null;

-- Somebody may be given the power over other documents or over guidance alone.
alter table signing_authority
  drop constraint signing_authority_scope_check,
  add constraint signing_authority_scope_check
    check (scope in ('all', 'report', 'plan', 'content', 'document', 'guidance')),
  add constraint signs_documents_one_way_at_a_time exclude using gist (
    person_id with =, daterange(from_date, to_date, '[]') with &&) where (scope in ('all', 'document')),
  add constraint signs_guidance_one_way_at_a_time exclude using gist (
    person_id with =, daterange(from_date, to_date, '[]') with &&) where (scope in ('all', 'guidance'));
