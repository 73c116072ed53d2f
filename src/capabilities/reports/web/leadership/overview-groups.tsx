import { Badge, Box, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { useId, useState } from "react";
import type { OverviewGroup } from "../../leadership/overview.ts";
import { RowLink } from "./row-link.tsx";

/** So many rows of a kind are shown before somebody asks for all. */
const FEW = 3;

function OneGroup({ group: { label, rows } }: { group: OverviewGroup }) {
  const heading = useId();
  const [all, setAll] = useState(false);
  return (
    <Box component="section" aria-labelledby={heading}>
      <Title order={3} size="h5" id={heading}>
        {label}: {rows.length.toLocaleString("vi-VN")}
      </Title>
      <List spacing="xs" mt={4} listStyleType="none" style={{ overflowWrap: "anywhere" }}>
        {(all ? rows : rows.slice(0, FEW)).map(({ id, label: words, detail, to, isMine }) => (
          <List.Item key={id}>
            <RowLink to={to}>{words}</RowLink>
            <Group gap="xs">
              {isMine && (
                <Badge variant="outline" color="red.9" tt="none">
                  Chờ bạn
                </Badge>
              )}
              {detail !== "" && (
                <Text size="sm" c="gray.7">
                  {detail}
                </Text>
              )}
            </Group>
          </List.Item>
        ))}
      </List>
      {rows.length > FEW && (
        <Button size="compact-sm" variant="default" mt="xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Thu gọn" : `Xem cả ${rows.length.toLocaleString("vi-VN")} việc`}
        </Button>
      )}
    </Box>
  );
}

/** Kinds of which there is something; what there is nothing of is said in one line. */
export function OverviewGroups({ groups, nothing }: { groups: OverviewGroup[]; nothing: string }) {
  const filled = groups.filter(({ rows }) => rows.length > 0);
  const empty = groups.filter(({ rows }) => rows.length === 0);
  if (filled.length === 0) return <Text>{nothing}</Text>;
  return (
    <Stack>
      {filled.map((group) => (
        <OneGroup key={group.key} group={group} />
      ))}
      {empty.length > 0 && (
        <Text size="sm" c="gray.7">
          Không phát sinh:{" "}
          {empty.map(({ label }) => label.charAt(0).toLocaleLowerCase("vi") + label.slice(1)).join("; ")}.
        </Text>
      )}
    </Stack>
  );
}
