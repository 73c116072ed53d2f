import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";

/** Units and people of the agency, as they are chosen. */
export function usePeopleOptions() {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const people = useQuery(api.organization.listPeople.queryOptions());
  const me = useQuery(api.organization.me.queryOptions());
  return {
    units: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
    people: (people.data?.people ?? [])
      .filter(({ active }) => active)
      .map(({ id, name, jobTitle }) => ({ value: id, label: jobTitle ? `${name}, ${jobTitle}` : name })),
    ownUnitId: me.data?.appointments.find(({ unitId }) => unitId !== null)?.unitId ?? null,
  };
}
