import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { Asked, Loading } from "#ui/loading.tsx";
import { forgetLocally, type LocalDraft, useLocalDraft } from "#ui/local-draft.ts";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { arrearsInWords } from "../../unit-reports/board-filter.ts";
import { emptyText, type UnitReportText, unitReportWords } from "../../unit-reports/unit-report.ts";
import { api, type UnitReportView } from "../api.ts";
import { Decision } from "./decision.tsx";
import { UnitEditor, unitDraftKey } from "./unit-editor.tsx";
import { UnitFigures } from "./unit-figures.tsx";
import { unitStateTone } from "./unit-state.ts";
import { UnitTextView } from "./unit-text-view.tsx";

/** One unit's report on a period: figures with their rows, the unit's own words, the rounds it went. */
export default function UnitReportPage() {
  const id = useParam("id");
  const query = useQuery(api.reports.getUnitReport.queryOptions({ input: { id } }));
  const found = useLocalDraft<UnitReportText>(unitDraftKey(id));
  return (
    <Asked query={query}>
      {(report) => (
        <Page
          title={`${report.unitName}: báo cáo ${report.periodLabel.charAt(0).toLocaleLowerCase("vi")}${report.periodLabel.slice(1)}`}
          crumbs={[
            { label: "Đơn vị báo cáo", to: "/bao-cao-don-vi" },
            { label: report.periodLabel, to: `/bao-cao-don-vi/${report.requestId}` },
          ]}
          lead={
            <Group gap="sm">
              <StateBadge tone={unitStateTone[report.state]} word={unitReportWords[report.state]} />
              {report.arrearsDays > 0 && <StateBadge tone="failed" word={arrearsInWords(report)} />}
              <Text size="sm">
                Kỳ từ <DayText day={report.periodFrom} /> đến hết <DayText day={report.periodTo} />; hạn gửi{" "}
                <DayText day={report.dueOn} />
                {report.lateDays !== null && `; ${arrearsInWords(report).toLocaleLowerCase("vi")}`}
              </Text>
            </Group>
          }
        >
          {found === undefined ? <Loading /> : <Opened key={id} report={report} found={found} />}
        </Page>
      )}
    </Asked>
  );
}

function Opened({ report, found }: { report: UnitReportView; found: LocalDraft<UnitReportText> | null }) {
  const [kept, setKept] = useState(found);
  const saved = {
    text: report.text?.content ?? emptyText,
    base: report.text?.id ?? report.id,
    unsaved: false,
  };
  const [unsaved, setUnsaved] = useState<typeof saved | null>(null);
  const writes = report.may.write?.allowed ?? false;
  const last = report.sendings[0];
  return (
    <Stack gap="xl">
      {report.lockedAt && (
        <Alert color="gray" icon={<IconLock />} title="Kỳ đã khóa">
          Báo cáo của cơ quan đã ký lúc <MomentText at={report.lockedAt} />; báo cáo của đơn vị không đổi nữa.
        </Alert>
      )}
      {report.state === "returned" && last && (
        <Alert color="orange" icon={<IconAlertTriangle />} title="Trả lại để sửa">
          {last.returnedByName}, <MomentText at={last.returnedAt} />: {last.returnReason}
        </Alert>
      )}
      {report.note && <Text size="sm">Ghi chú của nơi yêu cầu: {report.note}</Text>}
      {writes && kept !== null && unsaved === null ? (
        <Alert color="yellow" title="Có phần chưa kịp lưu trên máy này" role="alert">
          <Stack align="flex-start">
            <Text size="sm">
              Lần trước viết đến lúc {formatDateTime(kept.at)} rồi trang đóng trước khi lưu xong. Phần ấy vẫn
              còn.
            </Text>
            <Button onClick={() => setUnsaved({ text: kept.text, base: kept.base, unsaved: true })}>
              Viết tiếp phần chưa lưu
            </Button>
            <Button
              variant="default"
              onClick={() => {
                forgetLocally(unitDraftKey(report.id));
                setKept(null);
              }}
            >
              Bỏ, dùng bản đã lưu
            </Button>
          </Stack>
        </Alert>
      ) : writes ? (
        <UnitEditor report={report} start={unsaved ?? saved} />
      ) : (
        <>
          <UnitFigures figures={report.figures} />
          <UnitTextView text={report.text?.content ?? emptyText} extras={report.extras} />
        </>
      )}
      <Decision report={report} />
      <Rounds report={report} />
    </Stack>
  );
}

/** Every sending with how it was received; earlier ones open with what they said. */
function Rounds({ report: { sendings, extras, state } }: { report: UnitReportView }) {
  if (sendings.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="cac-lan-gui">
      <Title order={2} id="cac-lan-gui">
        Các lần gửi
      </Title>
      <List size="sm" spacing="xs">
        {sendings.map((one, index) => (
          <List.Item key={one.id}>
            Lần {one.round}, bản {one.version}: {one.sentByName} gửi lúc <MomentText at={one.sentAt} />
            {one.acceptedAt && (
              <>
                ; {one.acceptedByName} tiếp nhận lúc <MomentText at={one.acceptedAt} />
              </>
            )}
            {one.returnedAt && (
              <>
                ; {one.returnedByName} trả lại lúc <MomentText at={one.returnedAt} />: {one.returnReason}
              </>
            )}
            {(index > 0 || state === "returned") && (
              <details>
                <summary>Nội dung lần gửi này</summary>
                <Stack gap="sm" py="sm">
                  <UnitFigures figures={one.figures} />
                  <UnitTextView text={one.content} extras={extras} />
                </Stack>
              </details>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
