-- An issued report is a document of the register: its number is given once a year, like every other number.
alter table report add column document_id uuid unique;

insert into official_document (id, agency_id, number, type, issued_on, issuer, abstract, outgoing, kept_by)
select gen_random_uuid(), r.agency_id, r.issued_number || '/BC-' || a.symbol, 'Báo cáo', r.issued_on, a.name,
       t.content ->> 'abstract', true, 'report'
  from report r join agency a on a.id = r.agency_id join report_text t on t.id = r.text_id
 where r.state = 'submitted'
 order by r.submitted_at
on conflict do nothing;

-- Where somebody had registered the report by hand, that entry is the report's.
update report r set document_id = d.id
  from official_document d, agency a
 where r.state = 'submitted' and a.id = r.agency_id and d.agency_id = r.agency_id and d.outgoing
   and lower(d.number) = lower(r.issued_number || '/BC-' || a.symbol) and d.issued_on = r.issued_on
   and not exists (
     select from report other where other.id <> r.id and other.agency_id = r.agency_id
        and lower(other.issued_number) = lower(r.issued_number) and other.issued_on = r.issued_on
        and (other.submitted_at, other.id) < (r.submitted_at, r.id));
update official_document d set kept_by = 'report' from report r where r.document_id = d.id;

alter table report
  add foreign key (agency_id, document_id) references official_document (agency_id, id) deferrable initially deferred;

-- A wrong file is followed by the right one; each stays as it was handed over.
alter table report_signed_copy drop constraint report_signed_copy_pkey;
alter table report_signed_copy
  add column id uuid primary key default gen_random_uuid(),
  add column file_name text,
  add column recorded_by uuid,
  -- Whether the file holds a digital signature; its worth is not judged. Null: not looked at.
  add column signature_seen boolean,
  add foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred;
alter table report_signed_copy alter column id drop default;
create index report_signed_copy_newest on report_signed_copy (report_id, recorded_at desc);

-- A text that was brought back says from which version.
alter table report_text add column restored_from integer check (restored_from > 0);
