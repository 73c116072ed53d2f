import { Alert, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { differenceKinds } from "../../versions/difference-words.ts";
import { api } from "../api.ts";
import { AmendForm } from "./amend-form.tsx";
import type { ClauseChange, ComparisonView } from "./changes.ts";
import { ClauseChanges } from "./clause-changes.tsx";
import { PairDialog } from "./pair-dialog.tsx";
import { TaskChanges } from "./task-changes.tsx";

/** A document read in again, held against the plan that it amends; confirmed, it is the plan's next version. */
export default function ComparePage() {
  const [id, planId] = [useParam("id"), useParam("planId")];
  const found = useQuery(api.plan.compareImport.queryOptions({ input: { id, planId } }));
  return <Asked query={found}>{(data) => <Opened found={data} />}</Asked>;
}

function Opened({ found }: { found: ComparisonView }) {
  const { importId, plan, clauses, tasks } = found;
  const [asked, setAsked] = useState<ClauseChange | null>(null);
  const [pairing, pair] = useDisclosure(false);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const taken = new Set(tasks.flatMap(({ index }) => (index === null || left.has(index) ? [] : [index])));
  const counts = (["added", "changed", "moved", "removed", "same"] as const)
    .map(
      (kind) => `${clauses.filter((row) => row.kind === kind).length} ${differenceKinds[kind].toLowerCase()}`,
    )
    .join("; ");
  const nothing = clauses.every(({ kind }) => kind === "same") && tasks.length === 0;
  return (
    <Page
      title="So với bản đang có"
      crumbs={[
        { label: "Kế hoạch", to: "/ke-hoach" },
        { label: "Xem trước kế hoạch", to: `/ke-hoach/xem-truoc/${importId}` },
      ]}
      lead={
        <>
          Tệp “{found.fileName}” so với bản {plan.version} của{" "}
          <LinkText to="/ke-hoach/$id" params={{ id: plan.id }} size="sm">
            {plan.title} (năm {plan.year})
          </LinkText>
          : {counts}.
        </>
      }
    >
      {nothing && (
        <Alert color="yellow" variant="light" title="Hai bản giống nhau">
          Không có mục nào khác bản đang có; nếu đọc nhầm tệp, hãy bỏ bản xem trước.
        </Alert>
      )}
      <Stack component="section" aria-labelledby="cac-muc-khac">
        <Title order={2} size="h3" id="cac-muc-khac">
          Các mục
        </Title>
        <Text size="sm" maw="46rem">
          Mục được ghép theo lời văn và vị trí. Xem lại từng chỗ; nếu ghép chưa đúng thì bấm “Ghép lại”, chỗ
          ghép tay được lưu ngay.
        </Text>
        <ClauseChanges
          changes={clauses}
          onPair={
            found.may.import?.allowed
              ? (change) => {
                  setAsked(change);
                  pair.open();
                }
              : undefined
          }
        />
      </Stack>
      <Stack component="section" aria-labelledby="nhiem-vu-khac">
        <Title order={2} size="h3" id="nhiem-vu-khac">
          Nhiệm vụ
        </Title>
        <TaskChanges
          tasks={tasks}
          taken={taken}
          onTake={(index, take) => {
            const next = new Set(left);
            if (take) next.delete(index);
            else next.add(index);
            setLeft(next);
          }}
        />
      </Stack>
      <AmendForm found={found} takeTasks={[...taken]} />
      {asked && (
        <PairDialog
          key={`${asked.before?.path ?? ""}>${asked.after?.path ?? ""}`}
          found={found}
          change={asked}
          opened={pairing}
          onClose={pair.close}
        />
      )}
    </Page>
  );
}
