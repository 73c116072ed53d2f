-- An agency that is removed takes its drawn pictures along: what they name is looked at when all of it is gone.
alter table infographic
  alter constraint infographic_agency_id_article_id_fkey deferrable initially deferred;
alter table infographic
  alter constraint infographic_agency_id_replaces_id_fkey deferrable initially deferred;
alter table infographic
  alter constraint infographic_agency_id_made_by_fkey deferrable initially deferred;
alter table infographic_picture
  alter constraint infographic_picture_agency_id_media_id_fkey deferrable initially deferred;
