import { Anchor, List, Paper, Text, ThemeIcon, Title } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";

/** What is missing before the next step, each a link to its field. */
export function RequirementList({
  title,
  issues,
}: {
  title: string;
  issues: { field: string; key: string; message: string }[];
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {issues.length === 0 ? (
        <Text size="sm">
          <ThemeIcon size="sm" color="green" variant="light" mr={6} aria-hidden>
            <IconCheck size={14} />
          </ThemeIcon>
          Đã đủ.
        </Text>
      ) : (
        <List
          size="sm"
          spacing={4}
          icon={
            <ThemeIcon size="sm" color="orange" variant="light" aria-hidden>
              <IconX size={14} />
            </ThemeIcon>
          }
        >
          {issues.map(({ field, key, message }) => (
            <List.Item key={key}>
              <Anchor href={`#${field}`} size="sm">
                {message}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Paper>
  );
}
