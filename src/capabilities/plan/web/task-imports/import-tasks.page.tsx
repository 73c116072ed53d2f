import { Alert, Anchor, Checkbox, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { countOf, type SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { SheetTrialPart } from "#ui/sheets/sheet-trial-part.tsx";
import type { LineWords } from "#ui/sheets/trial-lines.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import { type TaskSheetField, taskSheetWords } from "../../task-imports/task-sheet-fields.ts";
import { api, type PlanView } from "../api.ts";
import { dueText } from "../words.ts";
import { MadeImports } from "./made-imports.tsx";

/** Tasks of a plan from a spreadsheet: template, trial with the columns matched, one act, and back again. */
export default function ImportTasksPage() {
  const id = useParam("id");
  const plan = useQuery(api.plan.get.queryOptions({ input: { id } }));
  return <Asked query={plan}>{(found) => <Opened plan={found} />}</Asked>;
}

function Opened({ plan }: { plan: PlanView }) {
  return (
    <Page
      title="Nhập nhiệm vụ từ Excel"
      crumbs={[
        { label: "Kế hoạch", to: "/ke-hoach" },
        { label: plan.title, to: `/ke-hoach/${plan.id}` },
      ]}
      lead="Chọn bảng nhiệm vụ, xem thử từng dòng, rồi nhập cùng một lần. Nhập lại tệp cũ không làm trùng nhiệm vụ."
      actions={
        <LinkButton
          to="/ke-hoach/$id"
          params={{ id: plan.id }}
          search={{ the: "nhiem-vu" } as never}
          variant="default"
        >
          Về nhiệm vụ của kế hoạch
        </LinkButton>
      }
    >
      <Anchor href={`/api/plans/${plan.id}/task-template`} download py={4} w="fit-content">
        Tải tệp mẫu (.xlsx), kèm danh sách mục và đơn vị
      </Anchor>
      {plan.may.manage?.allowed ? (
        <NewImport plan={plan} />
      ) : (
        <Alert color="gray" variant="light">
          Nhiệm vụ do biên tập hoặc lãnh đạo nhập; ở đây bạn xem được các lần đã nhập.
        </Alert>
      )}
      <MadeImports plan={plan} />
    </Page>
  );
}

/** What the person has said of the sheet, and whether days outside the plan's year are meant. */
type Said = SheetSaid<TaskSheetField> & { outsideYear: "no" | "yes" };
type TrialLine = Awaited<ReturnType<typeof api.plan.tryTaskSheet.call>>["lines"][number];

function wordsOf({ task, written }: TrialLine): LineWords {
  return {
    title: task?.title ?? written.title ?? "(chưa có nội dung)",
    facts: task
      ? [
          task.clauseMark && `Mục ${task.clauseMark}`,
          task.lead ?? "Chưa giao đơn vị chủ trì",
          dueText(task.due),
          task.deliverable && `Kết quả: ${task.deliverable}`,
        ]
      : [written.clause && `Mục ${written.clause}`, written.lead, written.due, written.deliverable],
  };
}

function NewImport({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const sheet = useSheetImport({
    tryIt: ({ file, said }: ChosenSheet<Said>) => api.plan.tryTaskSheet.call({ id: plan.id, file, ...said }),
    bringIt: ({ file, said, seen }) => api.plan.importTasks.call({ id: plan.id, file, seen, ...said }),
    faultyOf: ({ file, said }) => api.plan.faultyTaskLines.call({ id: plan.id, file, ...said }),
    onBrought: ({ added }) => {
      void queries.invalidateQueries({ queryKey: api.plan.key() });
      sayDone(`Đã nhập ${added} nhiệm vụ.`);
    },
  });
  const { chosen, look } = sheet;
  return (
    <Stack>
      <SheetDrop
        what="bảng nhiệm vụ"
        mostLines={2_000}
        busy={sheet.busy}
        onFile={(file) => look({ file, said: { outsideYear: "no" } })}
      />
      <SheetTrialPart
        sheet={sheet}
        may={plan.may}
        words={taskSheetWords}
        required={["title"]}
        fresh={(lines) => `${countOf({ lines }, "new")} nhiệm vụ`}
        kept="nhiệm vụ kế hoạch đã có, giữ nguyên như trong kế hoạch"
        lineWords={wordsOf}
        onSay={(before, said) => look({ ...before, said: { outsideYear: before.said.outsideYear, ...said } })}
        matching={
          chosen && (
            <Checkbox
              label={`Nhận cả ngày ngoài năm ${plan.year} của kế hoạch`}
              checked={chosen.said.outsideYear === "yes"}
              onChange={({ currentTarget: { checked } }) =>
                look({ ...chosen, said: { ...chosen.said, outsideYear: checked ? "yes" : "no" } })
              }
            />
          )
        }
      />
    </Stack>
  );
}
