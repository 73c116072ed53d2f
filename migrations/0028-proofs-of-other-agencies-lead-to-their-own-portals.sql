-- Agencies beside the installation's own have their portals under /co-quan/<slug>; what they published before pointed
-- to the root, where it does not stand.
update evidence e
set url = '/co-quan/' || a.slug || e.url
from agency a
where a.id = e.agency_id
  and e.source = 'newsroom'
  and e.url like '/tin-tuc/%'
  and a.id <> (select id from agency order by is_sample, created_at limit 1);
