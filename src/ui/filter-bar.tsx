import { Button, Collapse, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import type { ReactNode } from "react";

/**
 * What a list is narrowed by: `children` stand there at once; `folded`, asked for less, opens under "Lọc thêm", so
 * that a phone shows the list. `inUse`: how many of the folded ones narrow now; with any it begins open.
 */
export function FilterBar({
  children,
  folded,
  inUse,
}: {
  children: ReactNode;
  folded: ReactNode;
  inUse: number;
}) {
  const [opened, { toggle }] = useDisclosure(inUse > 0);
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        {children}
        <Button
          variant="subtle"
          aria-expanded={opened}
          onClick={toggle}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        >
          {inUse > 0 ? `Lọc thêm (đang dùng ${inUse})` : "Lọc thêm"}
        </Button>
      </Group>
      <Collapse expanded={opened}>
        {opened && (
          <Group align="flex-end" gap="sm">
            {folded}
          </Group>
        )}
      </Collapse>
    </Stack>
  );
}
