-- An event that shows a picture of the library holds it there.
create view media_shown_at_events with (security_invoker = true) as
  select p.agency_id, p.media_id, e.id, e.title, e.state
  from event_photo p join event e on e.id = p.event_id;
grant select on media_shown_at_events to gandan_serving;
