import { Alert, Anchor, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconDownload, IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { stateWords } from "../messages/vi.ts";
import { api, fileAddress, type ReportView } from "./api.ts";
import { ChangedNumbersPanel } from "./changed-numbers-panel.tsx";
import { DifferencesPanel } from "./differences-panel.tsx";
import { FiguresPanel } from "./figures-panel.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { IssuePanel } from "./issue-panel.tsx";
import { ReportSteps } from "./report-steps.tsx";
import { stateTone } from "./state-tone.ts";
import { TextSection } from "./text-section.tsx";

const formats = [
  { format: "docx", label: "Báo cáo .docx" },
  { format: "pdf", label: "Báo cáo .pdf" },
  { format: "xlsx", label: "Danh mục nhiệm vụ và minh chứng .xlsx" },
  { format: "json", label: "Số liệu .json" },
];

function Downloads({ report: { id, planId } }: { report: ReportView }) {
  return (
    <Group gap="md" component="nav" aria-label="Tải báo cáo">
      {formats.map(({ format, label }) => (
        <Anchor key={format} href={fileAddress(id, format)} download>
          <Group gap={4} component="span" wrap="nowrap">
            <IconDownload size={16} aria-hidden />
            {label}
          </Group>
        </Anchor>
      ))}
      <Anchor href={`/api/plans/${planId}/files/docx`} download>
        Kế hoạch kèm phụ lục giao nhiệm vụ .docx
      </Anchor>
      <Anchor href={`/api/plans/${planId}/files/pdf`} download>
        Kế hoạch .pdf
      </Anchor>
    </Group>
  );
}

/** Who took which step and when. */
function History({ report: { frozen, text, reviewed, signedOff, signedAs } }: { report: ReportView }) {
  const by = (name: string | null) => (name === null ? "" : ` bởi ${name}`);
  return (
    <List size="sm" c="gray.8">
      {frozen && (
        <List.Item>
          Số liệu chốt lúc <MomentText at={frozen.at} />
          {by(frozen.by)}; mã kiểm tra {frozen.sha256.slice(0, 12)}
        </List.Item>
      )}
      {text && (
        <List.Item>
          Văn bản: bản {text.version}, lưu lúc <MomentText at={text.writtenAt} />
          {by(text.writtenBy)}
        </List.Item>
      )}
      {reviewed && (
        <List.Item>
          Đã soát lúc <MomentText at={reviewed.at} />
          {by(reviewed.by)}
        </List.Item>
      )}
      {signedOff && (
        <List.Item>
          Ký duyệt lúc <MomentText at={signedOff.at} />
          {by(signedOff.by)}
          {signedAs && (
            <>
              , {signedAs.lines.join(" / ")}, theo Quyết định số {signedAs.decisionNumber} ngày{" "}
              <DayText day={signedAs.decidedOn} />
            </>
          )}
        </List.Item>
      )}
    </List>
  );
}

/** One period report: its steps, its text, its figures with the rows behind them. */
export default function ReportPage() {
  const id = useParam("id");
  const query = useQuery(api.reports.get.queryOptions({ input: { id } }));
  return (
    <Asked query={query}>
      {(report) => (
        <Page
          title={`Báo cáo ${report.periodLabel.charAt(0).toLocaleLowerCase("vi")}${report.periodLabel.slice(1)}`}
          crumbs={[{ label: "Báo cáo", to: "/bao-cao" }]}
          lead={
            <Group gap="sm">
              <StateBadge tone={stateTone[report.state]} word={stateWords[report.state]} />
              <Text size="sm">
                {report.planTitle}; số liệu từ <DayText day={report.periodFrom} /> đến hết{" "}
                <DayText day={report.periodTo} />
              </Text>
            </Group>
          }
        >
          <Stack gap="xl">
            <Stack gap="sm">
              {report.frozen === null && report.periodTo >= today().toString() && (
                <Alert color="blue" icon={<IconInfoCircle />} title="Kỳ báo cáo chưa kết thúc">
                  Số liệu còn thay đổi đến hết ngày <DayText day={report.periodTo} />; chốt sớm thì phần phát
                  sinh sau đó không có trong báo cáo.
                </Alert>
              )}
              <ReportSteps report={report} />
              <Downloads report={report} />
              <History report={report} />
            </Stack>
            <IssuePanel report={report} />
            <ChangedNumbersPanel report={report} />
            {report.text !== null && (
              <TextSection key={report.frozen?.sha256} report={report} text={report.text} />
            )}
            {report.frozen && <FindingsPanel key={`ton-tai ${report.frozen.sha256}`} id={report.id} />}
            <Stack component="section" aria-labelledby="so-lieu">
              <Title order={2} id="so-lieu">
                Số liệu
              </Title>
              <Text size="sm" c="gray.8">
                {report.frozen
                  ? "Số liệu đã chốt cùng báo cáo và không đổi nữa."
                  : "Số liệu đang tính trực tiếp; sẽ giữ nguyên từ lúc chốt."}
              </Text>
              <Text size="sm">
                <LinkText to="/bao-cao/$id/phu-luc" params={{ id: report.id }}>
                  Phụ lục: mọi nội dung phải thực hiện, minh chứng hoặc lý do chưa có
                </LinkText>
              </Text>
              {report.frozen && <DifferencesPanel id={report.id} />}
              <FiguresPanel report={report} />
            </Stack>
          </Stack>
        </Page>
      )}
    </Asked>
  );
}
