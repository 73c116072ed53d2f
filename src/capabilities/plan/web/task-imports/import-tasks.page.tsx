import { Alert, Anchor, Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked, Loading } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { MatchColumns } from "#ui/sheets/match-columns.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { countOf, type SheetSaid, trialInWords } from "#ui/sheets/sheet-trial.ts";
import { type LineWords, TrialLines } from "#ui/sheets/trial-lines.tsx";
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
  const [chosen, setChosen] = useState<{ file: File; said: Said } | null>(null);
  const attempt = useMutation({
    mutationFn: ({ file, said }: { file: File; said: Said }) =>
      api.plan.tryTaskSheet.call({ id: plan.id, file, ...said }),
  });
  const look = (next: { file: File; said: Said }) => {
    setChosen(next);
    bring.reset();
    attempt.mutate(next);
  };
  const bring = useMutation({
    mutationFn: ({ file, said, seen }: { file: File; said: Said; seen: string }) =>
      api.plan.importTasks.call({ id: plan.id, file, seen, ...said }),
    onSuccess: ({ added }) => {
      setChosen(null);
      attempt.reset();
      void queries.invalidateQueries({ queryKey: api.plan.key() });
      sayDone(`Đã nhập ${added} nhiệm vụ.`);
    },
    // Somebody changed the plan meanwhile: the lines are judged anew, and the refusal stays in sight.
    onError: () => chosen && attempt.mutate(chosen),
  });
  const faulty = useMutation({
    mutationFn: ({ file, said }: { file: File; said: Said }) =>
      api.plan.faultyTaskLines.call({ id: plan.id, file, ...said }),
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  const trial = attempt.data;
  return (
    <Stack>
      <SheetDrop
        what="bảng nhiệm vụ"
        mostLines={2_000}
        busy={attempt.isPending || bring.isPending}
        onFile={(file) => look({ file, said: { outsideYear: "no" } })}
      />
      <ErrorNotice error={attempt.error} />
      {attempt.isPending && !trial && <Loading />}
      {chosen && trial && (
        <>
          <MatchColumns
            words={taskSheetWords}
            required={["title"]}
            trial={trial}
            said={chosen.said}
            onSay={(said) => look({ ...chosen, said: { outsideYear: chosen.said.outsideYear, ...said } })}
          >
            <Checkbox
              label={`Nhận cả ngày ngoài năm ${plan.year} của kế hoạch`}
              checked={chosen.said.outsideYear === "yes"}
              onChange={(event) =>
                look({
                  ...chosen,
                  said: { ...chosen.said, outsideYear: event.currentTarget.checked ? "yes" : "no" },
                })
              }
            />
          </MatchColumns>
          <Stack gap="sm" component="section" aria-labelledby="xem-thu">
            <Title order={2} size="h4" id="xem-thu" style={{ overflowWrap: "anywhere" }}>
              Xem thử {chosen.file.name}
            </Title>
            <Text role="status">
              {trialInWords(
                trial,
                `${countOf(trial, "new")} nhiệm vụ mới`,
                "nhiệm vụ kế hoạch đã có, giữ nguyên như trong kế hoạch",
              )}
            </Text>
            <ErrorNotice error={bring.error} />
            <Group>
              {countOf(trial, "new") > 0 && (
                <MayButton
                  may={plan.may}
                  verb="manage"
                  loading={bring.isPending}
                  onClick={() => bring.mutate({ ...chosen, seen: trial.seen })}
                >
                  Nhập {countOf(trial, "new")} nhiệm vụ
                </MayButton>
              )}
              {countOf(trial, "bad") > 0 && (
                <Button variant="default" loading={faulty.isPending} onClick={() => faulty.mutate(chosen)}>
                  Tải riêng {countOf(trial, "bad")} dòng chưa đúng
                </Button>
              )}
              <Button
                variant="subtle"
                onClick={() => {
                  setChosen(null);
                  attempt.reset();
                  bring.reset();
                }}
              >
                Bỏ tệp này
              </Button>
            </Group>
            <ErrorNotice error={faulty.error} />
            <TrialLines lines={trial.lines} words={wordsOf} />
          </Stack>
        </>
      )}
    </Stack>
  );
}
