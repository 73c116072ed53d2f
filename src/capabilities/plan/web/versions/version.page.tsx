import { Alert, Box, Group, List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { clauseMark } from "../../clause-mark.ts";
import { versionInWords, wholeWords } from "../../versions/difference-words.ts";
import { api } from "../api.ts";
import { dueText } from "../words.ts";
import type { VersionView } from "./changes.ts";
import { ClauseChanges } from "./clause-changes.tsx";
import { DifferenceFiles } from "./version-list.tsx";

/** One version of a plan: what it changed of the one before, and its whole text. */
export default function VersionPage() {
  const [id, version] = [useParam("id"), Number(useParam("version"))];
  const found = useQuery(api.plan.getVersion.queryOptions({ input: { id, version } }));
  return <Asked query={found}>{(data) => <Opened found={data} />}</Asked>;
}

function Opened({ found }: { found: VersionView }) {
  const { plan, version, decision, reason, clauses, tasks, changes } = found;
  return (
    <Page
      title={versionInWords(found)}
      crumbs={[
        { label: "Kế hoạch", to: "/ke-hoach" },
        { label: plan.title, to: `/ke-hoach/${plan.id}?the=cac-ban` },
      ]}
      lead={
        <>
          {plan.title}.
          {decision &&
            ` Theo văn bản số ${decision.number}${decision.issuedOn ? ` ngày ${formatDate(decision.issuedOn)}` : ""}.`}
          {reason && ` Lý do: ${reason}`}
        </>
      }
    >
      {!found.isCurrent && (
        <Alert color="gray" variant="light" title="Đây là bản cũ, chỉ để đọc">
          Đang áp dụng:{" "}
          <LinkText to="/ke-hoach/$id" params={{ id: plan.id }}>
            bản {plan.version}
          </LinkText>
          .
        </Alert>
      )}
      {version > 1 && (
        <Stack component="section" aria-labelledby="thay-doi">
          <Title order={2} size="h3" id="thay-doi">
            Khác với bản {version - 1}
          </Title>
          <Group gap="md">
            <DifferenceFiles planId={plan.id} version={version} />
          </Group>
          <ClauseChanges changes={changes} />
        </Stack>
      )}
      <Stack component="section" aria-labelledby="noi-dung-ban" gap="xs">
        <Title order={2} size="h3" id="noi-dung-ban">
          Nội dung ({clauses.length} mục)
        </Title>
        {clauses.map((clause) => (
          <Group
            key={clause.id}
            gap="xs"
            wrap="nowrap"
            align="flex-start"
            pl={`${Math.min(clause.level, 4) * 0.75}rem`}
          >
            <Text size="sm" fw={700} style={{ flexShrink: 0 }}>
              {clauseMark(clause.path)}
            </Text>
            <Box miw={0} style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
              <Text size="sm" fw={clause.title && !clause.text ? 600 : undefined}>
                {wholeWords(clause)}
              </Text>
            </Box>
          </Group>
        ))}
      </Stack>
      {tasks.length > 0 && (
        <Stack component="section" aria-labelledby="nhiem-vu-ban" gap="xs">
          <Title order={2} size="h3" id="nhiem-vu-ban">
            Nhiệm vụ ({tasks.length})
          </Title>
          <List size="sm" spacing={6}>
            {tasks.map((task) => (
              <List.Item key={task.id}>
                <LinkText to="/nhiem-vu/$id" params={{ id: task.id }} size="sm">
                  {task.title}
                </LinkText>
                <Text size="sm" c="gray.8">
                  {[
                    task.leadUnitText && `Chủ trì: ${task.leadUnitText}`,
                    dueText(task.due),
                    task.deliverable && `Sản phẩm: ${task.deliverable}`,
                  ]
                    .filter(Boolean)
                    .join("; ")}
                </Text>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Page>
  );
}
