import { Button, Group, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DateField } from "#ui/date-field.tsx";
import { api } from "./api.ts";

/** As they stand in the address; "" where nothing is asked. */
export interface AuditView {
  nguoi: string;
  viec: string;
  loai: string;
  muc: string;
  tu: string;
  den: string;
}

export const wholeView: AuditView = { nguoi: "", viec: "", loai: "", muc: "", tu: "", den: "" };

/** What the API is asked for. */
export const filterOf = ({ nguoi, viec, loai, muc, tu, den }: AuditView) => ({
  ...(nguoi && { personId: nguoi }),
  ...(viec && { act: viec }),
  ...(loai && { objectKind: loai }),
  ...(muc && { objectId: muc }),
  ...(tu && { from: tu }),
  ...(den && { to: den }),
});

/** Narrows the audit by person, act, kind of object and day. */
export function AuditFilters({
  view,
  onChange,
}: {
  view: AuditView;
  onChange: (change: Partial<AuditView>) => void;
}) {
  const choices = useQuery(api.organization.auditChoices.queryOptions());
  const options = (rows: { id: string; name: string }[] = []) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const select = (label: string, key: "nguoi" | "viec" | "loai", rows?: { id: string; name: string }[]) => (
    <Select
      label={label}
      placeholder="Tất cả"
      searchable
      clearable
      clearButtonProps={{ "aria-label": `Bỏ lọc ${label.toLowerCase()}` }}
      data={options(rows)}
      value={view[key] || null}
      onChange={(value) => onChange({ [key]: value ?? "" })}
      flex="1 1 11rem"
    />
  );
  return (
    <Group align="flex-start" gap="sm">
      {select("Người", "nguoi", choices.data?.people)}
      {select("Việc", "viec", choices.data?.acts)}
      {select("Đối tượng", "loai", choices.data?.kinds)}
      <Group flex="1 1 18rem" grow align="flex-start" gap="sm" wrap="nowrap">
        <DateField label="Từ ngày" value={view.tu || null} onChange={(tu) => onChange({ tu: tu ?? "" })} />
        <DateField
          label="Đến ngày"
          value={view.den || null}
          onChange={(den) => onChange({ den: den ?? "" })}
        />
      </Group>
      {Object.values(view).some(Boolean) && (
        <Button variant="subtle" mt={{ base: 0, sm: 28 }} onClick={() => onChange(wholeView)}>
          Xem tất cả
        </Button>
      )}
    </Group>
  );
}
