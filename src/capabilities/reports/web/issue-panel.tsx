import {
  Alert,
  Anchor,
  Checkbox,
  Code,
  FileInput,
  Group,
  List,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ReportView } from "./api.ts";

const copyLabel = "Bản PDF đã ký";
const copyHint = "Tệp được giữ nguyên từng byte; hệ thống không đánh giá giá trị chữ ký số";

/** What the registry gave: number, day, the place in the register, the signed files with their check codes. */
export function IssuePanel({ report }: { report: ReportView }) {
  const { id, may, issuedNumber, issuedOn, documentId, signedCopies } = report;
  const [asking, setAsking] = useState<"correct" | "copy" | null>(null);
  const queries = useQueryClient();
  const done = (message: string) => async () => {
    await queries.invalidateQueries({ queryKey: api.reports.key() });
    sayDone(message);
  };
  const [inForce, ...earlier] = signedCopies;
  if (issuedNumber === null) return null;
  return (
    <Stack component="section" aria-labelledby="ban-hanh" gap="sm">
      <Title order={2} id="ban-hanh">
        Ban hành
      </Title>
      <Text>
        Số {issuedNumber}, ngày <DayText day={issuedOn} />
        {documentId !== null && (
          <>
            {" · "}
            <LinkText to="/van-ban/$id" params={{ id: documentId }} underline="always">
              Xem trong sổ văn bản
            </LinkText>
          </>
        )}
      </Text>
      {inForce ? (
        <Stack gap={4}>
          <Anchor href={`/api/reports/${id}/signed-copy`} download>
            {copyLabel}
            {inForce.fileName !== null && `: ${inForce.fileName}`}
          </Anchor>
          <Text size="sm">
            Ghi lúc <MomentText at={inForce.recordedAt} />
            {inForce.recordedBy !== null && ` bởi ${inForce.recordedBy}`}. Mã kiểm tra SHA-256:{" "}
            <Code style={{ overflowWrap: "anywhere" }}>{inForce.sha256}</Code>
          </Text>
          {inForce.signatureSeen === true && (
            <Text size="sm">Có chữ ký số trong tệp; hệ thống không kiểm tra chữ ký có hợp lệ hay không.</Text>
          )}
          {inForce.signatureSeen === false && (
            <Alert color="yellow" title="Không thấy chữ ký số trong tệp">
              Tệp vẫn được giữ. Nếu đây không phải bản đã ký, hãy ghi lại đúng tệp.
            </Alert>
          )}
          {earlier.length > 0 && (
            <List size="sm" c="gray.8">
              {earlier.map(({ id: copyId, fileName, recordedAt, sha256 }) => (
                <List.Item key={copyId}>
                  Tệp ghi trước: {fileName ?? "không tên"}, <MomentText at={recordedAt} />, mã{" "}
                  {sha256.slice(0, 12)}
                </List.Item>
              ))}
            </List>
          )}
        </Stack>
      ) : (
        <Text size="sm">Chưa ghi bản PDF đã ký.</Text>
      )}
      <Group gap="sm" align="flex-start">
        <MayButton
          may={may}
          verb="record-copy"
          variant="default"
          hideReason
          onClick={() => setAsking("copy")}
        >
          {inForce ? "Ghi lại bản PDF đã ký" : "Ghi bản PDF đã ký"}
        </MayButton>
        <MayButton
          may={may}
          verb="correct-issue"
          variant="default"
          hideReason
          onClick={() => setAsking("correct")}
        >
          Sửa số, ngày ghi nhầm
        </MayButton>
      </Group>
      <FormDialog
        opened={asking === "copy"}
        onClose={() => setAsking(null)}
        title={copyLabel}
        lead="Tệp đã ghi trước, nếu có, vẫn được giữ."
        initial={{ signedCopy: null as File | null }}
        verb="Ghi nhận"
        submit={async ({ signedCopy }) => {
          if (signedCopy !== null) return api.reports.recordSignedCopy.call({ id, signedCopy });
          return null;
        }}
        onDone={done("Đã ghi bản PDF đã ký.")}
      >
        {(form) => (
          <FileInput
            label={copyLabel}
            description={copyHint}
            placeholder="Chọn tệp PDF"
            accept="application/pdf"
            required
            clearable
            clearButtonProps={{ "aria-label": "Bỏ tệp đã chọn" }}
            {...form.getInputProps("signedCopy")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={asking === "correct"}
        onClose={() => setAsking(null)}
        title="Sửa số, ngày ghi nhầm"
        lead="Số và ngày trong sổ văn bản được sửa theo; bản trước được giữ trong nhật ký."
        initial={{ number: issuedNumber, issuedOn, reason: "" }}
        verb="Ghi bản sửa"
        submit={({ number, issuedOn: day, reason }) =>
          api.reports.correctIssue.call({ id, number, issuedOn: day ?? "", reason })
        }
        onDone={done("Đã sửa số, ngày ban hành.")}
      >
        {(form) => (
          <>
            <TextInput label="Số văn bản" required {...form.getInputProps("number")} />
            <DateField label="Ngày ban hành" required {...form.getInputProps("issuedOn")} />
            <Textarea label="Lý do sửa" required autosize {...form.getInputProps("reason")} />
          </>
        )}
      </FormDialog>
    </Stack>
  );
}

/** Records number, day and the signed PDF that the registry has issued. */
export function SubmitDialog({
  report: { id, symbol, signedOff },
  opened,
  onClose,
  onDone,
}: {
  report: ReportView;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi số, ngày ban hành"
      lead="Ghi lại số và ngày mà văn thư đã cấp trên hệ thống quản lý văn bản. Hệ thống này không cấp số và không ký thay."
      initial={{
        number: "",
        issuedOn: null as string | null,
        signedCopy: null as File | null,
        compared: false,
      }}
      verb="Ghi nhận"
      submit={({ number, issuedOn, signedCopy }) =>
        api.reports.submit.call({ id, number, issuedOn: issuedOn ?? "", signedCopy })
      }
      onDone={onDone}
    >
      {(form) => (
        <>
          <TextInput
            label="Số văn bản"
            description={`Chỉ phần số, ví dụ 152 cho văn bản số 152/${symbol}`}
            required
            data-autofocus
            {...form.getInputProps("number")}
          />
          <DateField
            label="Ngày ban hành"
            description={
              signedOff && (
                <>
                  Từ ngày ký duyệt <DayText day={toVietnamDate(signedOff.at).toString()} /> đến hôm nay
                </>
              )
            }
            required
            {...form.getInputProps("issuedOn")}
          />
          <FileInput
            label={`${copyLabel} (nếu có, ghi sau cũng được)`}
            description={copyHint}
            placeholder="Chọn tệp PDF"
            accept="application/pdf"
            clearable
            clearButtonProps={{ "aria-label": "Bỏ tệp đã chọn" }}
            {...form.getInputProps("signedCopy")}
          />
          <ToBeRecorded number={form.values.number} issuedOn={form.values.issuedOn} symbol={symbol} />
          <Checkbox
            label="Tôi đã đối chiếu số, ngày này với văn bản do văn thư phát hành"
            required
            {...form.getInputProps("compared", { type: "checkbox" })}
          />
        </>
      )}
    </FormDialog>
  );
}

/** The number and day in full, as they will stand on the document and in the register. */
function ToBeRecorded({
  number,
  issuedOn,
  symbol,
}: {
  number: string;
  issuedOn: string | null;
  symbol: string;
}) {
  const typed = number.trim();
  if (typed === "" || issuedOn === null) return null;
  return (
    <Text aria-live="polite">
      Sẽ ghi vào báo cáo và sổ văn bản:{" "}
      <strong>
        Báo cáo số {typed.includes("/") ? typed : `${typed}/${symbol}`} ngày <DayText day={issuedOn} />
      </strong>
      . Ghi nhầm thì sửa lại được, kèm lý do.
    </Text>
  );
}
