-- A decision in nobody's name but the own says as what it was taken; appointments change, the record does not.
alter table review_decision add column capacity text;
