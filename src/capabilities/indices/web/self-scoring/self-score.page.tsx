import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { pointsInWords } from "../../self-scoring/points.ts";
import { sheetStates } from "../../self-scoring/sheet-state.ts";
import { api, type Sheet } from "../api.ts";
import { CriterionRow } from "./criterion-row.tsx";
import { RoundForm } from "./round-form.tsx";
import { useKeepSheet } from "./use-keep-sheet.ts";

/** One sheet: its sums, its criteria with points and proofs, and what others gave. */
export default function SelfScorePage() {
  const id = useParam("phieu");
  const found = useQuery(api.indices.selfScore.queryOptions({ input: { id } }));
  const annex = useMutation(api.indices.annex.mutationOptions({ onSuccess: ({ body }) => saveFile(body) }));
  const sheet = found.data;
  return (
    <Page
      title={sheet?.name ?? "Phiếu tự chấm"}
      crumbs={[
        { label: "Chỉ số", to: "/chi-so" },
        { label: "Tự chấm điểm", to: "/chi-so/tu-cham" },
      ]}
      lead={sheet && `${sheet.index.shortName}, năm ${sheet.edition}`}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={annex.isPending}
          onClick={() => annex.mutate({ id })}
        >
          Tải phiếu và tài liệu kiểm chứng
        </Button>
      }
    >
      <ErrorNotice error={annex.error} />
      <Asked query={found}>
        {(one) => (
          <>
            <Standing sheet={one} />
            <Section id="tieu-chi" title="Tiêu chí">
              <Stack gap="md">
                {one.criteria.map((criterion) => (
                  <CriterionRow key={criterion.id} sheet={one} criterion={criterion} />
                ))}
              </Stack>
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}

/** How far the sheet is, and what comes next. */
function Standing({ sheet }: { sheet: Sheet }) {
  const keep = useKeepSheet();
  const [asking, ask] = useState(false);
  const [appraising, appraise] = useState(false);
  const submit = useMutation(
    api.indices.submitSheet.mutationOptions({
      onSuccess: (answer) => {
        keep(answer);
        ask(false);
        sayDone("Đã nộp phiếu tự chấm.");
      },
    }),
  );
  const open = sheet.criteria.filter(({ isGroup, claimed }) => !isGroup && claimed === null).length;
  const bare = sheet.criteria.filter(
    ({ isGroup, claimed, proofs }) => !isGroup && (claimed ?? 0) > 0 && proofs.length === 0,
  ).length;
  return (
    <Section id="tong-hop" title="Tổng hợp">
      <Group gap="sm">
        <StateBadge tone={sheet.state === "open" ? "waiting" : "published"} word={sheetStates[sheet.state]} />
        {sheet.submittedAt && (
          <Text size="sm" c="gray.7">
            <MomentText at={sheet.submittedAt} />
          </Text>
        )}
      </Group>
      <Text>
        Tự chấm <strong>{pointsInWords(sheet.claimed)}</strong> trên {pointsInWords(sheet.most)} điểm.
      </Text>
      {sheet.state === "open" && (open > 0 || bare > 0) && (
        <Text size="sm">
          Còn {open} tiêu chí chưa chấm, {bare} tiêu chí có điểm mà chưa có tài liệu kiểm chứng.
        </Text>
      )}
      {sheet.rounds.map(({ id, number, appraiser, heldOn, document, points }) => (
        <Text key={id} size="sm">
          Thẩm định lần {number}, <DayText day={heldOn} />, {appraiser}
          {document && ` (${document})`}: <strong>{pointsInWords(points)}</strong> điểm.
        </Text>
      ))}
      <Group>
        {sheet.state === "open" ? (
          <MayButton may={sheet.may} verb="submit" onClick={() => ask(true)}>
            Nộp phiếu
          </MayButton>
        ) : (
          <MayButton may={sheet.may} verb="appraise" hideReason onClick={() => appraise(true)}>
            Ghi kết quả thẩm định
          </MayButton>
        )}
      </Group>
      <Confirm
        opened={asking}
        onClose={() => ask(false)}
        title="Nộp phiếu tự chấm?"
        verb="Nộp phiếu"
        onConfirm={() => submit.mutate({ id: sheet.id })}
        pending={submit.isPending}
        error={submit.error}
      >
        Sau khi nộp, điểm và tài liệu kiểm chứng không sửa được nữa.
      </Confirm>
      {appraising && <RoundForm sheet={sheet} onClose={() => appraise(false)} />}
    </Section>
  );
}
