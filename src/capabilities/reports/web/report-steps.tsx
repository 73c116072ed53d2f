import { Alert, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DayText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { SigningChoice } from "#ui/signing-choice.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { ReportState } from "../report.ts";
import { api, type ReportView } from "./api.ts";
import { ChangedNumbersList } from "./changed-numbers-panel.tsx";
import { SubmitDialog } from "./issue-panel.tsx";

type Step = "freeze" | "draft" | "review" | "sign-off" | "submit" | "return" | "reopen";

/** What can be done next in each state, the main step first. */
const stepsOf: Record<ReportState, Step[]> = {
  collecting: ["freeze"],
  frozen: ["draft", "reopen"],
  drafted: ["review", "reopen"],
  reviewed: ["sign-off", "return"],
  "signed-off": ["submit"],
  submitted: [],
};

const labels: Record<Step, string> = {
  freeze: "Chốt số liệu",
  draft: "Lập dự thảo",
  review: "Xác nhận đã soát",
  "sign-off": "Ký duyệt",
  submit: "Ghi số, ngày ban hành",
  return: "Trả lại để sửa",
  reopen: "Thu thập lại số liệu",
};

/** The steps that the report's state offers; each follows the server's answer about the caller. */
export function ReportSteps({ report }: { report: ReportView }) {
  const [asking, setAsking] = useState<Step | null>(null);
  const [authorityId, setAuthorityId] = useState<string | null>(null);
  const queries = useQueryClient();
  const done = (message: string) => async () => {
    setAsking(null);
    await queries.invalidateQueries({ queryKey: api.reports.key() });
    sayDone(message);
  };
  const freeze = useMutation(api.reports.freeze.mutationOptions({ onSuccess: done("Đã chốt số liệu.") }));
  const draft = useMutation(api.reports.draft.mutationOptions({ onSuccess: done("Đã lập dự thảo.") }));
  const review = useMutation(
    api.reports.review.mutationOptions({ onSuccess: done("Đã ghi nhận việc soát.") }),
  );
  const signOff = useMutation(api.reports.signOff.mutationOptions({ onSuccess: done("Đã ký duyệt.") }));
  const giveBack = useMutation(api.reports.return.mutationOptions({ onSuccess: done("Đã trả lại.") }));
  const reopen = useMutation(
    api.reports.reopen.mutationOptions({ onSuccess: done("Đã quay lại thu thập số liệu.") }),
  );
  const { id } = report;
  const signedWith = report.signing.find((one) => one.authorityId === authorityId) ?? report.signing[0];
  const version = report.text?.version ?? 1;
  const run: Record<Step, () => void> = {
    freeze: () => setAsking("freeze"),
    draft: () => draft.mutate({ id }),
    review: () => review.mutate({ id, version }),
    "sign-off": () => setAsking("sign-off"),
    submit: () => setAsking("submit"),
    return: () => setAsking("return"),
    reopen: () => setAsking("reopen"),
  };
  const busy = [freeze, draft, review, signOff, giveBack, reopen].some(({ isPending }) => isPending);
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start">
        {stepsOf[report.state].map((step, index) => (
          <MayButton
            key={step}
            may={report.may}
            verb={step}
            variant={index === 0 ? "filled" : "default"}
            loading={busy && index === 0}
            onClick={run[step]}
          >
            {labels[step]}
          </MayButton>
        ))}
      </Group>
      <ErrorNotice error={draft.error ?? review.error} />
      <Confirm
        opened={asking === "freeze"}
        onClose={() => setAsking(null)}
        title="Chốt số liệu"
        verb="Chốt số liệu"
        onConfirm={() => freeze.mutate({ id })}
        pending={freeze.isPending}
        error={freeze.error}
      >
        <Stack gap="sm">
          {report.periodTo >= today().toString() && (
            <Alert color="yellow" icon={<IconAlertTriangle />} title="Kỳ báo cáo chưa kết thúc">
              Kỳ này tính đến hết ngày <DayText day={report.periodTo} />. Chốt bây giờ thì phần phát sinh từ
              nay đến hết kỳ không có trong báo cáo.
            </Alert>
          )}
          <Text>
            Số liệu từ <DayText day={report.periodFrom} /> đến hết <DayText day={report.periodTo} /> được giữ
            nguyên cùng báo cáo, dù sau đó minh chứng hay tin, bài có thay đổi. Dự thảo viết từ số liệu này.
            Trước khi soát vẫn thu thập lại được; số đã chốt lần trước ở lại trong lịch sử.
          </Text>
        </Stack>
      </Confirm>
      <Confirm
        opened={asking === "sign-off"}
        onClose={() => setAsking(null)}
        title="Ký duyệt báo cáo"
        verb="Ký duyệt"
        onConfirm={() =>
          signOff.mutate({ id, version, ...(signedWith && { authorityId: signedWith.authorityId }) })
        }
        pending={signOff.isPending}
        error={signOff.error}
      >
        <Stack gap="sm">
          <Text>
            Bạn đồng ý với đúng bản {version} của báo cáo. Sau khi ký duyệt, văn bản và số liệu không sửa được
            nữa. Việc ký số thực hiện trên hệ thống quản lý văn bản của tỉnh.
          </Text>
          <SigningChoice
            options={report.signing}
            value={signedWith?.authorityId ?? null}
            onChange={setAuthorityId}
          />
          {report.changedNumbers.length > 0 && (
            <>
              <Text fw={600}>Trong văn bản có số khác số liệu đã chốt:</Text>
              <ChangedNumbersList numbers={report.changedNumbers} />
            </>
          )}
        </Stack>
      </Confirm>
      <Confirm
        opened={asking === "return"}
        onClose={() => setAsking(null)}
        title="Trả lại báo cáo để sửa"
        verb="Trả lại"
        reasonLabel="Lý do trả lại"
        quickReasons={["Số liệu cần giải thích thêm", "Câu chữ cần sửa"]}
        onConfirm={(reason) => giveBack.mutate({ id, reason })}
        pending={giveBack.isPending}
        error={giveBack.error}
      >
        Báo cáo trở về dự thảo; người soạn nhận được lý do.
      </Confirm>
      <Confirm
        opened={asking === "reopen"}
        onClose={() => setAsking(null)}
        title="Thu thập lại số liệu"
        verb="Thu thập lại"
        reasonLabel="Lý do"
        quickReasons={["Đã bổ sung minh chứng", "Kỳ báo cáo vừa kết thúc"]}
        onConfirm={(reason) => reopen.mutate({ id, reason })}
        pending={reopen.isPending}
        error={reopen.error}
      >
        Số liệu và văn bản hiện có được giữ trong lịch sử; báo cáo bắt đầu lại từ bước thu thập số liệu, văn
        bản phải lập lại.
      </Confirm>
      <SubmitDialog
        report={report}
        opened={asking === "submit"}
        onClose={() => setAsking(null)}
        onDone={() => void done("Đã ghi số, ngày ban hành.")()}
      />
    </Stack>
  );
}
