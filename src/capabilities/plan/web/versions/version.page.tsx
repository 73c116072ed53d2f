import { Alert, Group, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { versionInWords } from "../../versions/difference-words.ts";
import { api } from "../api.ts";
import type { VersionView } from "./changes.ts";
import { ClauseChanges } from "./clause-changes.tsx";
import { SaidClauses, SaidTasks } from "./said-parts.tsx";
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
      <SaidClauses clauses={clauses} />
      <SaidTasks
        tasks={tasks}
        name={(task) => (
          <LinkText to="/nhiem-vu/$id" params={{ id: task.id }} size="sm">
            {task.title}
          </LinkText>
        )}
      />
    </Page>
  );
}
