import { Alert, Text } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { LinkText } from "#ui/navigation.tsx";
import { api } from "../api.ts";

/** Which entries of the register a text tells of; nothing where it tells of none. */
export function PracticesTold({ itemId }: { itemId: string }) {
  const told = useQuery(api.newsroom.practicesTold.queryOptions({ input: { itemId } }));
  const practices = told.data?.practices ?? [];
  if (practices.length === 0) return null;
  return (
    <Alert color="gray" icon={<IconBulb />} p="sm">
      {practices.map(({ id, title }) => (
        <Text key={id} size="sm">
          Bài nói về mô hình, sáng kiến{" "}
          <LinkText to="/mo-hinh-sang-kien/$id" params={{ id }} underline="always">
            {title}
          </LinkText>
        </Text>
      ))}
    </Alert>
  );
}
