import { Group, Stack, Text } from "@mantine/core";
import { LinkText } from "#ui/navigation.tsx";
import type { Item } from "./api.ts";

type Named = Item["links"]["tasks"][number];

/** What the text serves, for those who decide: each link by name, with its plan where there are several. */
export function ItemLinks({ links, mustLink = true }: { links: Item["links"]; mustLink?: boolean }) {
  const all = [...links.tasks, ...links.obligations, ...links.clauses];
  const several = new Set(all.map(({ planId }) => planId)).size > 1;
  const kinds: [string, Named[]][] = [
    ["Nhiệm vụ", links.tasks],
    ["Nghĩa vụ", links.obligations],
    ["Mục của kế hoạch", links.clauses],
  ];
  if (all.length === 0)
    return (
      <Text size="sm">
        Bài chưa gắn với nhiệm vụ, nghĩa vụ hay mục nào của kế hoạch
        {mustLink ? "." : "; cơ quan chưa có kế hoạch đang thực hiện, khi có thì gắn sau được."}
      </Text>
    );
  return (
    <Stack gap="xs">
      {kinds.map(
        ([kind, rows]) =>
          rows.length > 0 && (
            <Group key={kind} gap="xs" align="baseline">
              <Text size="sm" fw={600}>
                {kind}:
              </Text>
              <Stack gap={2} flex="1 1 16rem">
                {rows.map(({ id, name, planId, planTitle, inForce }) => (
                  <Text size="sm" key={id}>
                    {kind === "Nhiệm vụ" ? (
                      <LinkText to="/nhiem-vu/$id" params={{ id }}>
                        {name}
                      </LinkText>
                    ) : (
                      name
                    )}
                    {(several || !inForce) && (
                      <>
                        {" "}
                        ·{" "}
                        <LinkText to="/ke-hoach/$id" params={{ id: planId }}>
                          {planTitle}
                        </LinkText>
                        {!inForce && " (không còn thực hiện)"}
                      </>
                    )}
                  </Text>
                ))}
              </Stack>
            </Group>
          ),
      )}
    </Stack>
  );
}
