import { Button, Collapse, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { DateField } from "#ui/date-field.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { optionsOf } from "#ui/options.ts";
import { SearchField } from "#ui/search-field.tsx";
import { enquiryStateLabels, lightLabels } from "../../contract.ts";

const more = ["bao", "ai", "tu", "den"] as const;

interface Narrowed extends Record<(typeof more)[number], string> {
  tim: string;
  tt: string;
  han: string;
}

/** What the log of enquiries is narrowed by; what is asked for less is folded, so that a phone shows the log. */
export function EnquiryFilters({
  view,
  narrow,
  outlets,
  people,
}: {
  view: Narrowed;
  narrow: (change: Partial<Narrowed>) => void;
  outlets: { id: string; name: string }[];
  people: { id: string; name: string }[];
}) {
  const chosenMore = more.filter((name) => view[name] !== "").length;
  const [opened, { toggle }] = useDisclosure(chosenMore > 0);
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <SearchField
          label="Tìm trong sổ"
          placeholder="Gõ có dấu hoặc không dấu"
          value={view.tim}
          onSearch={(tim) => narrow({ tim })}
        />
        <FilterSelect
          label="Trạng thái"
          data={optionsOf(enquiryStateLabels)}
          value={view.tt}
          onChange={(tt) => narrow({ tt })}
        />
        <FilterSelect
          label="So với hạn"
          data={optionsOf(lightLabels)}
          value={view.han}
          onChange={(han) => narrow({ han })}
        />
        <Button
          variant="subtle"
          aria-expanded={opened}
          onClick={toggle}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        >
          {chosenMore > 0 ? `Lọc thêm (đang dùng ${chosenMore})` : "Lọc thêm"}
        </Button>
      </Group>
      <Collapse expanded={opened}>
        {opened && (
          <Group align="flex-end" gap="sm">
            {outlets.length > 0 && (
              <FilterSelect
                label="Cơ quan báo chí"
                data={outlets.map(({ id, name }) => ({ value: id, label: name }))}
                value={view.bao}
                onChange={(bao) => narrow({ bao })}
              />
            )}
            <FilterSelect
              label="Người theo dõi"
              data={people.map(({ id, name }) => ({ value: id, label: name }))}
              value={view.ai}
              onChange={(ai) => narrow({ ai })}
            />
            <DateField label="Nhận từ ngày" value={view.tu} onChange={(tu) => narrow({ tu: tu ?? "" })} />
            <DateField label="Đến hết ngày" value={view.den} onChange={(den) => narrow({ den: den ?? "" })} />
          </Group>
        )}
      </Collapse>
    </Stack>
  );
}
