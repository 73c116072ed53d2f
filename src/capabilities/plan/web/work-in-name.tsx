import { List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { api } from "./api.ts";

/** The tasks that name a person and are not done: what is to be handed over when that person leaves. */
export function WorkInName({ personId }: { personId: string }) {
  const tasks = useQuery(api.plan.tasksInName.queryOptions({ input: { id: personId } }));
  return (
    <Stack gap="xs" component="section" aria-label="Việc cần bàn giao">
      <Text fw={600}>Việc cần bàn giao</Text>
      <Asked query={tasks}>
        {({ tasks: rows }) =>
          rows.length === 0 ? (
            <Text size="sm">Không có nhiệm vụ chưa xong nào đứng tên người này.</Text>
          ) : (
            <>
              <Text size="sm">{rows.length} nhiệm vụ chưa xong; mở từng nhiệm vụ để giao người khác.</Text>
              <List size="sm">
                {rows.map(({ id, title, planTitle }) => (
                  <List.Item key={id}>
                    <LinkText to="/nhiem-vu/$id" params={{ id }}>
                      {title}
                    </LinkText>{" "}
                    ({planTitle})
                  </List.Item>
                ))}
              </List>
            </>
          )
        }
      </Asked>
    </Stack>
  );
}
