import { Fieldset, Select, SimpleGrid, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { api } from "./api.ts";

/** Where each of the unit's people goes when it is split; the first heir unless said. */
export function PeopleOfUnit({
  unitId,
  heirs,
  goesTo,
  onChange,
}: {
  unitId: string;
  heirs: { value: string; label: string }[];
  /** Place of the heir by person. */
  goesTo: Record<string, string>;
  onChange: (personId: string, place: string) => void;
}) {
  const people = useQuery(api.organization.listPeople.queryOptions());
  const day = today().toString();
  const own = (people.data?.people ?? []).filter(({ appointments }) =>
    appointments.some((row) => row.unitId === unitId && (row.toDate === null || row.toDate >= day)),
  );
  return (
    <Fieldset legend="Người của đơn vị chuyển về đâu">
      {own.length === 0 && <Text size="sm">Chưa có ai được phân công ở đơn vị này.</Text>}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {own.map(({ id, name }) => (
          <Select
            key={id}
            label={name}
            allowDeselect={false}
            data={heirs}
            value={goesTo[id] ?? "0"}
            onChange={(value) => onChange(id, value ?? "0")}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
