import { List, Stack, Text, Title } from "@mantine/core";

const number = (value: number) => value.toLocaleString("vi-VN");

const SHOWN = 50;

/** Rows of a sheet that somebody should look at; nothing where there are none. */
export function Lines({
  id,
  title,
  count,
  lines,
}: {
  id: string;
  title: string;
  count: number;
  lines: { key: string | number; text: string }[];
}) {
  if (count === 0) return null;
  return (
    <Stack gap={4} component="section" aria-labelledby={id}>
      <Title order={3} size="h5" id={id}>
        {title} ({number(count)})
      </Title>
      <List size="sm">
        {lines.slice(0, SHOWN).map(({ key, text }) => (
          <List.Item key={`${key} ${text}`} style={{ overflowWrap: "anywhere" }}>
            {text}
          </List.Item>
        ))}
      </List>
      {count > SHOWN && (
        <Text size="sm" c="gray.7">
          và {number(count - SHOWN)} dòng nữa.
        </Text>
      )}
    </Stack>
  );
}
