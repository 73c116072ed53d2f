import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Loading } from "#ui/loading.tsx";
import { forgetLocally, type LocalDraft, useLocalDraft } from "#ui/local-draft.ts";
import { LinkText } from "#ui/navigation.tsx";
import type { ReportText } from "../report-text.ts";
import type { ReportView, TextVersion } from "./api.ts";
import { Issues } from "./issues.tsx";
import { ReportTextView } from "./report-text-view.tsx";
import { TextEditor } from "./text-editor.tsx";
import { draftKey, type Start } from "./text-start.ts";

const savedStart = ({ content, id }: TextVersion): Start => ({ text: content, base: id, unsaved: false });

/** The text of the report: read by everybody, written by who may and has said so. */
export function TextSection({ report, text }: { report: ReportView; text: TextVersion }) {
  const found = useLocalDraft<ReportText>(draftKey(report.id));
  return found === undefined ? <Loading /> : <Opened report={report} text={text} found={found} />;
}

function Opened({
  report,
  text,
  found,
}: {
  report: ReportView;
  text: TextVersion;
  found: LocalDraft<ReportText> | null;
}) {
  const editable = report.may.edit?.allowed ?? false;
  const [kept, setKept] = useState(found);
  const [start, setStart] = useState<Start | null>(() =>
    editable && report.youWrote && report.state === "drafted" && kept === null ? savedStart(text) : null,
  );
  return (
    <Stack component="section" aria-labelledby="van-ban">
      <Title order={2} id="van-ban">
        Văn bản
      </Title>
      <Text size="sm">
        <LinkText to="/bao-cao/$id/cac-ban" params={{ id: report.id }}>
          Các bản đã lưu: so sánh, khôi phục
        </LinkText>
      </Text>
      <Issues issues={report.issues} />
      {editable && start !== null ? (
        <TextEditor report={report} start={start} />
      ) : (
        <>
          {editable && kept !== null && (
            <Alert color="yellow" title="Có phần chưa kịp lưu trên máy này" role="alert">
              <Stack align="flex-start">
                <Text size="sm">
                  Lần trước bạn viết đến lúc {formatDateTime(kept.at)} rồi trang đóng trước khi lưu xong. Phần
                  ấy vẫn còn; bản đã lưu ở dưới chưa có.
                </Text>
                <Button onClick={() => setStart({ text: kept.text, base: kept.base, unsaved: true })}>
                  Viết tiếp phần chưa lưu
                </Button>
                <Button
                  variant="default"
                  onClick={() => {
                    forgetLocally(draftKey(report.id));
                    setKept(null);
                  }}
                >
                  Bỏ, dùng bản đã lưu
                </Button>
              </Stack>
            </Alert>
          )}
          {editable && kept === null && (
            <Stack gap={4} align="flex-start">
              <Button variant="default" onClick={() => setStart(savedStart(text))}>
                Sửa văn bản
              </Button>
              <Text size="sm" c="gray.7">
                {report.state === "reviewed"
                  ? "Báo cáo đã được soát; sửa một chữ là phải soát lại."
                  : report.youWrote
                    ? "Mỗi lần lưu là một bản mới; bản cũ còn nguyên."
                    : "Ai đã sửa văn bản thì không soát, không ký duyệt báo cáo này nữa."}
              </Text>
            </Stack>
          )}
          <ReportTextView report={report} content={text.content} />
        </>
      )}
    </Stack>
  );
}
