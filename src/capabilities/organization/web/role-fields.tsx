import { Select, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Role, roleLabels } from "#platform/auth/actor.ts";
import { optionsOf } from "#ui/options.ts";
import { api } from "./api.ts";

/** A role and where it is held. */
export function RoleFields({
  role,
  unitId,
  onRole,
  onUnit,
  unitError,
}: {
  role: Role;
  unitId: string | null;
  onRole: (role: Role) => void;
  onUnit: (unitId: string | null) => void;
  unitError?: ReactNode;
}) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label="Vai trò"
        required
        allowDeselect={false}
        data={optionsOf(roleLabels)}
        value={role}
        onChange={(value) => onRole(value as Role)}
      />
      <Select
        label="Đơn vị"
        placeholder="Toàn cơ quan"
        clearable
        searchable
        clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị" }}
        data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={unitId}
        onChange={onUnit}
        error={unitError}
      />
    </SimpleGrid>
  );
}
