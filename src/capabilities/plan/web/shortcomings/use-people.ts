import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";

/** Active people of the agency, as options. */
export function usePeople(enabled: boolean): { value: string; label: string }[] {
  const people = useQuery(api.organization.listPeople.queryOptions({ enabled }));
  return (people.data?.people ?? [])
    .filter(({ active }) => active)
    .map(({ id, name, jobTitle }) => ({ value: id, label: jobTitle ? `${name}, ${jobTitle}` : name }));
}
