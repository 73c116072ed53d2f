import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { type UnitKind, unitKindLabels } from "#organization/contract";
import { optionsOf } from "#ui/options.ts";
import type { SetUp } from "./set-up.ts";

/** The second step: the units that will get tasks. */
export function SetUpUnits({
  setUp,
  onChange,
  errors,
}: {
  setUp: SetUp;
  onChange: (next: SetUp) => void;
  errors: Record<string, string>;
}) {
  const change = (index: number, fields: Partial<SetUp["units"][number]>) =>
    onChange({
      ...setUp,
      units: setUp.units.map((unit, at) => (at === index ? { ...unit, ...fields } : unit)),
    });
  return (
    <Stack gap="md">
      <Text size="sm">
        Các phòng, Văn phòng và đơn vị trực thuộc sẽ nhận nhiệm vụ. Có thể thêm hết sau khi đăng nhập.
      </Text>
      {setUp.units.map((unit, index) => (
        <Group key={unit.key} align="flex-start" gap="sm" role="group" aria-label={`Đơn vị ${index + 1}`}>
          <TextInput
            label="Tên đơn vị"
            required
            flex="2 1 14rem"
            value={unit.name}
            onChange={(event) => change(index, { name: event.currentTarget.value })}
            error={errors[`units.${index}.name`]}
          />
          <TextInput
            label="Viết tắt"
            required
            flex="1 1 6rem"
            value={unit.shortName}
            onChange={(event) => change(index, { shortName: event.currentTarget.value })}
            error={errors[`units.${index}.shortName`]}
          />
          <Select
            label="Loại"
            flex="1 1 9rem"
            allowDeselect={false}
            data={optionsOf(unitKindLabels)}
            value={unit.kind}
            onChange={(kind) => change(index, { kind: (kind ?? "division") as UnitKind })}
          />
          <Button
            variant="subtle"
            color="gray"
            mt={{ base: 0, xs: 28 }}
            px="xs"
            aria-label={`Bỏ đơn vị ${index + 1}`}
            disabled={setUp.units.length === 1}
            onClick={() => onChange({ ...setUp, units: setUp.units.filter((_, at) => at !== index) })}
          >
            <IconTrash size={18} />
          </Button>
        </Group>
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} />}
        onClick={() =>
          onChange({
            ...setUp,
            units: [...setUp.units, { key: crypto.randomUUID(), name: "", shortName: "", kind: "division" }],
          })
        }
      >
        Thêm đơn vị
      </Button>
    </Stack>
  );
}
