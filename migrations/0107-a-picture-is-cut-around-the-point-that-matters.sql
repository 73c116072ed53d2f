-- The point of a picture that stays in every cut, in hundredths of its width and height from the upper left; null:
-- nobody has set it, and the part that draws the eye is kept.
alter table media_asset
  add column focus_x smallint check (focus_x between 0 and 100),
  add column focus_y smallint check (focus_y between 0 and 100),
  add check ((focus_x is null) = (focus_y is null)),
  add check (focus_x is null or sort = 'picture');
grant update (focus_x, focus_y) on media_asset to gandan_serving;
