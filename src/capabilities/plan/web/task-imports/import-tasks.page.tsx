import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked, Loading } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { sayDone } from "#ui/undo.tsx";
import { LARGEST_TASK_SHEET } from "../../task-imports/contract.ts";
import { api, type PlanView } from "../api.ts";
import { ImportList } from "./import-list.tsx";
import { MatchColumns } from "./match-columns.tsx";
import { countOf, type SheetSaid, type Trial } from "./task-sheet.ts";
import { TrialLines } from "./trial-lines.tsx";

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
      <ImportList plan={plan} />
    </Page>
  );
}

/** Why these files are not read, and what to do; null when there is exactly one that may be. */
function whyRejected(files: File[]): string | null {
  const [file, ...others] = files;
  if (!file || others.length > 0) return "Mỗi lần chỉ đọc một tệp; hãy kéo lại đúng một bảng tính.";
  if (!/\.xlsx$/iu.test(file.name))
    return `Tệp “${file.name}” không phải .xlsx; chưa có gì được ghi. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.`;
  if (file.size > LARGEST_TASK_SHEET)
    return `Tệp “${file.name}” lớn hơn 10 MB nên không được nhận; chưa có gì được ghi. Hãy chép riêng bảng nhiệm vụ sang tệp mới.`;
  return null;
}

function NewImport({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const [rejected, setRejected] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ file: File; said: SheetSaid } | null>(null);
  const attempt = useMutation({
    mutationFn: ({ file, said }: { file: File; said: SheetSaid }) =>
      api.plan.tryTaskSheet.call({ id: plan.id, file, ...said }),
  });
  const look = (next: { file: File; said: SheetSaid }) => {
    setChosen(next);
    bring.reset();
    attempt.mutate(next);
  };
  const bring = useMutation({
    mutationFn: ({ file, said, seen }: { file: File; said: SheetSaid; seen: string }) =>
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
    mutationFn: ({ file, said }: { file: File; said: SheetSaid }) =>
      api.plan.faultyTaskLines.call({ id: plan.id, file, ...said }),
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  const trial = attempt.data;
  return (
    <Stack>
      <Dropzone
        onDrop={async (files) => {
          const why = whyRejected(files);
          setRejected(why);
          const [file] = files;
          // Kept in memory: Excel may write to the file while the lines are looked at.
          if (why === null && file)
            look({ file: new File([await file.arrayBuffer()], file.name), said: { outsideYear: "no" } });
        }}
        onReject={(files) => setRejected(whyRejected(files.map(({ file }) => file)))}
        disabled={attempt.isPending || bring.isPending}
        multiple={false}
        inputProps={{ "aria-label": "Chọn bảng nhiệm vụ" }}
      >
        <Stack align="center" py="lg" gap={4}>
          <Text fw={600}>Kéo bảng nhiệm vụ vào đây, hoặc bấm để chọn</Text>
          <Text size="sm" c="gray.7">
            Tệp .xlsx, nhiều nhất 10 MB và 2.000 dòng. Chưa có gì được ghi cho đến khi bạn bấm nhập.
          </Text>
        </Stack>
      </Dropzone>
      {rejected && (
        <Alert color="red" variant="light" role="alert">
          {rejected}
        </Alert>
      )}
      <ErrorNotice error={attempt.error} />
      {attempt.isPending && !trial && <Loading />}
      {chosen && trial && (
        <>
          <MatchColumns
            trial={trial}
            said={chosen.said}
            year={plan.year}
            onSay={(said) => look({ ...chosen, said })}
          />
          <Stack gap="sm" component="section" aria-labelledby="xem-thu">
            <Title order={2} size="h4" id="xem-thu" style={{ overflowWrap: "anywhere" }}>
              Xem thử {chosen.file.name}
            </Title>
            <Text role="status">{inWords(trial)}</Text>
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
            <TrialLines trial={trial} />
          </Stack>
        </>
      )}
    </Stack>
  );
}

function inWords(trial: Trial): string {
  const [fresh, present, bad] = (["new", "present", "bad"] as const).map((state) => countOf(trial, state));
  if (trial.lines.length === 0)
    return "Dưới dòng tiêu đề không có dòng nào đọc được; hãy chọn lại trang, dòng tiêu đề hoặc cột.";
  const parts = [
    `${fresh} nhiệm vụ mới`,
    present ? `${present} nhiệm vụ kế hoạch đã có, giữ nguyên như trong kế hoạch` : null,
    bad ? `${bad} dòng chưa đúng, bị bỏ lại nếu nhập bây giờ` : null,
  ].filter((part) => part !== null);
  return `Chưa ghi gì. ${parts.join("; ")}.`;
}
