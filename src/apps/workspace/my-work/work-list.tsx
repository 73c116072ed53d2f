import { Badge, Button, Group, Paper, Stack, Title } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";

const ROWS_SHOWN = 5;

/** One kind of work with its number; nothing when there is none. Five rows, the rest on demand. */
export function WorkList<Row>({
  title,
  rows,
  pressing = false,
  children,
}: {
  title: string;
  rows: Row[];
  pressing?: boolean;
  children: (row: Row) => ReactNode;
}) {
  const heading = useId();
  const [all, setAll] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <Group gap="xs" mb="xs">
        <Title order={2} id={heading} c={pressing ? "civicRed.8" : undefined}>
          {title}
        </Title>
        <Badge
          variant={pressing ? "filled" : "light"}
          color={pressing ? "civicRed" : "gray"}
          c={pressing ? undefined : "gray.8"}
          aria-label={`${rows.length} việc`}
        >
          {rows.length}
        </Badge>
      </Group>
      <Paper withBorder>
        <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
          {(all ? rows : rows.slice(0, ROWS_SHOWN)).map(children)}
        </Stack>
      </Paper>
      {rows.length > ROWS_SHOWN && (
        <Button variant="subtle" size="sm" mt={6} px="xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Thu gọn" : `Xem cả ${rows.length} việc`}
        </Button>
      )}
    </section>
  );
}
