import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";

/** Who may be asked to make something: those whose role lets them write. */
const writes = ["contributor", "head", "editor", "office"];

const asChoice = ({ id, name, jobTitle }: { id: string; name: string; jobTitle: string | null }) => ({
  value: id,
  label: jobTitle ? `${name}, ${jobTitle}` : name,
});

/** Units, people and those of them who write, as they are chosen. */
export function usePeopleOptions() {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const people = useQuery(api.organization.listPeople.queryOptions());
  const me = useQuery(api.organization.me.queryOptions());
  const active = (people.data?.people ?? []).filter((person) => person.active);
  return {
    units: (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
    people: active.map(asChoice),
    writers: active
      .filter(({ appointments }) => appointments.some(({ role }) => writes.includes(role)))
      .map(asChoice),
    ownUnitId: me.data?.appointments.find(({ unitId }) => unitId !== null)?.unitId ?? null,
  };
}
