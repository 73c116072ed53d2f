-- An issued plan is a document of the register, like an issued report.
alter table plan add column document_id uuid unique;

insert into official_document (id, agency_id, number, type, issued_on, issuer, abstract, outgoing, kept_by)
select gen_random_uuid(), p.agency_id, p.number || '/' || coalesce(p.symbol, 'KH-' || a.symbol), 'Kế hoạch',
       p.issued_on, a.name, p.title, true, 'plan'
  from plan p join agency a on a.id = p.agency_id
 where p.state = 'issued' and p.number is not null and p.issued_on is not null and p.number not like '%/%'
 order by p.created_at
on conflict do nothing;

-- Where somebody had registered the plan by hand, that entry is the plan's.
update plan p set document_id = d.id
  from official_document d, agency a
 where p.state = 'issued' and a.id = p.agency_id and d.agency_id = p.agency_id
   and (d.outgoing or lower(coalesce(d.issuer, '')) in ('', lower(a.name)))
   and lower(d.number) = lower(p.number || '/' || coalesce(p.symbol, 'KH-' || a.symbol))
   and d.issued_on = p.issued_on and coalesce(d.kept_by, 'plan') = 'plan'
   and not exists (
     select from plan other where other.id <> p.id and other.agency_id = p.agency_id and other.state = 'issued'
        and lower(other.number || '/' || coalesce(other.symbol, '')) = lower(p.number || '/' || coalesce(p.symbol, ''))
        and other.issued_on = p.issued_on and (other.created_at, other.id) < (p.created_at, p.id));
update official_document d
   set kept_by = 'plan',
       outgoing = d.outgoing or not exists (
         select from official_document other
          where other.id <> d.id and other.agency_id = d.agency_id and other.outgoing
            and lower(other.number) = lower(d.number)
            and extract(year from other.issued_on) = extract(year from d.issued_on))
  from plan p where p.document_id = d.id;

set constraints all immediate;

alter table plan
  add foreign key (agency_id, document_id) references official_document (agency_id, id) deferrable initially deferred;
