import { Button, Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { stateLabels } from "../../contract.ts";
import { capacityInWords } from "../../review/review.ts";
import { api } from "../api.ts";
import { eventWords } from "../event-words.ts";
import classes from "./approval-sheet.module.css";

type Sheet = Awaited<ReturnType<typeof api.newsroom.approvalSheet.call>>;
type Submission = Sheet["submissions"][number];

/** Who approved which text in whose name, on paper: the sheet that is filed with the text. */
export default function ApprovalSheetPage() {
  const id = useParam("id");
  const sheet = useQuery(
    api.newsroom.approvalSheet.queryOptions({ input: { id }, refetchOnMount: "always" }),
  );
  return (
    <Page
      title="Phiếu duyệt"
      crumbs={[
        { label: "Tin, bài", to: "/noi-dung" },
        { label: "Nội dung", to: `/noi-dung/${id}` },
      ]}
      actions={
        <Button leftSection={<IconPrinter size={18} />} disabled={!sheet.data} onClick={() => window.print()}>
          In phiếu
        </Button>
      }
    >
      <Asked query={sheet}>{(found) => <PrintedSheet sheet={found} />}</Asked>
    </Page>
  );
}

function PrintedSheet({ sheet }: { sheet: Sheet }) {
  const {
    superiorName,
    agencyName,
    title,
    approved,
    writers,
    submissions,
    urgent,
    corrections,
    history,
    source,
  } = sheet;
  return (
    <Paper withBorder p="lg" maw="52rem" className={`print-alone ${classes.sheet}`}>
      <Stack gap={0} mb="lg">
        {superiorName && <Text tt="uppercase">{superiorName}</Text>}
        <Text tt="uppercase" fw={700}>
          {agencyName}
        </Text>
      </Stack>
      <Title order={2} size="h3" ta="center" mb="md">
        Phiếu duyệt: {title || "nội dung chưa có tiêu đề"}
      </Title>
      <dl className={classes.facts}>
        <Fact name="Loại">{sheet.kindLabel}</Fact>
        <Fact name="Đơn vị">{sheet.unitName}</Fact>
        <Fact name="Người soạn">{writers.join(", ")}</Fact>
        {source && (
          <Fact name="Lấy từ">
            Bài “{source.title}” của {source.agencyName}, {source.address}
          </Fact>
        )}
        <Fact name="Trạng thái">{stateLabels[sheet.state]}</Fact>
        <Fact name="Bản mới nhất">
          Bản {sheet.number}, mã <code className={classes.hash}>{sheet.hash}</code>
        </Fact>
        <Fact name="Bản được duyệt">
          {approved ? (
            <>
              Bản {approved.number}, mã <code className={classes.hash}>{approved.hash}</code>
            </>
          ) : (
            "Chưa có bản nào được duyệt"
          )}
        </Fact>
      </dl>
      {submissions.length === 0 && (
        <Text>
          {urgent.length > 0
            ? "Nội dung đăng khẩn, không qua các bước duyệt trước khi đăng."
            : "Nội dung chưa được gửi duyệt lần nào."}
        </Text>
      )}
      {submissions.map((submission, index) => (
        <SubmissionTable key={submission.begunAt} submission={submission} count={index + 1} />
      ))}
      {urgent.map((act) => (
        <UrgentTable key={act.at} act={act} />
      ))}
      {corrections.map((act) => (
        <CorrectionTable key={act.at} act={act} />
      ))}
      <Title order={3} size="h5" mt="lg" mb="xs">
        Việc đã làm
      </Title>
      <Table withTableBorder withColumnBorders verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Lúc</Table.Th>
            <Table.Th>Việc</Table.Th>
            <Table.Th>Ai</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {history.map(({ event, at, personName, reason, note }) => (
            <Table.Tr key={`${at} ${event}`}>
              <Table.Td>
                <MomentText at={at} />
              </Table.Td>
              <Table.Td>
                {[eventWords[event] ?? event, note, reason && `“${reason}”`].filter(Boolean).join(" · ")}
              </Table.Td>
              <Table.Td>{personName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <SimpleGrid cols={2} mt="xl" className={classes.signatures}>
        <Signature as="Người soạn" name={writers.join(", ")} />
        <Signature as="Người duyệt" name={sheet.approverName ?? ""} />
      </SimpleGrid>
      <Text size="xs" c="gray.7" mt="xl">
        Lập từ hệ thống lúc {formatDateTime(new Date())}. Mã của bản cho biết đúng chữ nào đã được quyết định;
        sửa một chữ thì mã đổi.
      </Text>
    </Paper>
  );
}

/** A place to sign above the name. */
const Signature = ({ as, name }: { as: string; name: string }) => (
  <Stack gap="4rem" ta="center">
    <Text fw={600}>{as}</Text>
    <Text>{name}</Text>
  </Stack>
);

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const decisions = { approved: "Duyệt", returned: "Trả lại", refused: "Không duyệt" };
const outcomes: Record<NonNullable<Submission["outcome"]>, string> = {
  approved: "đã duyệt đủ các bước",
  returned: "trả lại để sửa",
  refused: "không duyệt",
  recalled: "người soạn rút lại",
  revoked: "mất hiệu lực vì bài được sửa sau đó",
  urgent: "đăng khẩn, không chờ hết các bước",
};

/** What went out urgently: who answers for it, and who has looked at it afterwards. */
const UrgentTable = ({ act: { check, ...published } }: { act: Sheet["urgent"][number] }) => (
  <ExactActs name="Đăng khẩn" stands={check ? "đã hậu kiểm" : "chưa ai hậu kiểm"}>
    <ExactAct name="Đăng khẩn" act={published} />
    {check && <ExactAct name="Hậu kiểm" act={check} />}
  </ExactActs>
);

const correctionEnds: Record<string, string> = {
  "accept-correction": "đã duyệt",
  "refuse-correction": "không đồng ý",
  withdraw: "thôi, vì bài đã thu hồi",
  remove: "thôi, vì bài đã gỡ bỏ",
};

/** What was corrected in public: who asked for it, and who agreed to which text. */
const CorrectionTable = ({ act: { end, ...proposed } }: { act: Sheet["corrections"][number] }) => (
  <ExactActs name="Đính chính" stands={end ? (correctionEnds[end.event] ?? "") : "đang chờ duyệt"}>
    <ExactAct name="Đề nghị đính chính" act={proposed} />
    {end && <ExactAct name={eventWords[end.event] ?? end.event} act={end} />}
  </ExactActs>
);

function ExactActs({ name, stands, children }: { name: string; stands: string; children: ReactNode }) {
  return (
    <section aria-label={name}>
      <Title order={3} size="h5" mt="lg" mb={4}>
        {name}: {stands}
      </Title>
      <Table withTableBorder withColumnBorders verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Việc</Table.Th>
            <Table.Th>Đúng bản nào</Table.Th>
            <Table.Th>Ai, lúc nào</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </section>
  );
}

function ExactAct({
  name,
  act: { at, personName, reason, note, number, hash },
}: {
  name: string;
  act: Omit<Sheet["urgent"][number], "check">;
}) {
  // Behind the text in short stands in whose name it was done.
  const inTheNameOf = note?.split(" · ").slice(1).join(" · ");
  return (
    <Table.Tr>
      <Table.Td>{[name, reason && `“${reason}”`].filter(Boolean).join(": ")}</Table.Td>
      <Table.Td>
        Bản {number}, mã <code className={classes.hash}>{hash}</code>
      </Table.Td>
      <Table.Td>
        {personName}, <MomentText at={at} />
        {inTheNameOf && <Text size="sm">{inTheNameOf}</Text>}
      </Table.Td>
    </Table.Tr>
  );
}

function SubmissionTable({ submission, count }: { submission: Submission; count: number }) {
  const { begunAt, begunByName, number, hash, routeName, outcome, steps, together } = submission;
  return (
    <section aria-label={`Lần gửi ${count}`}>
      <Title order={3} size="h5" mt="lg" mb={4}>
        Lần gửi {count}: {outcome ? outcomes[outcome] : "đang chờ duyệt"}
      </Title>
      <Text size="sm" mb="xs">
        {begunByName} gửi bản {number} lúc <MomentText at={begunAt} />, theo quy trình “{routeName}”, mã{" "}
        <code className={classes.hash}>{hash}</code>
      </Text>
      {together.length > 0 && (
        <Text size="sm" mb="xs">
          Gửi và quyết định chung một lượt, tất cả hoặc không bài nào, cùng:{" "}
          {together.map((text, index) => (
            <span key={text.id}>
              {index > 0 && "; "}“{text.title}”, bản {text.number}, mã{" "}
              <code className={classes.hash}>{text.hash}</code>
            </span>
          ))}
        </Text>
      )}
      <Table withTableBorder withColumnBorders verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Bước</Table.Th>
            <Table.Th>Quyết định</Table.Th>
            <Table.Th>Ai, lúc nào</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {steps.map(({ position, name, who, decision }) => (
            <Table.Tr key={position}>
              <Table.Td>
                {position}. {name}
              </Table.Td>
              <Table.Td>
                {decision
                  ? [decisions[decision.outcome], decision.reason && `“${decision.reason}”`]
                      .filter(Boolean)
                      .join(": ")
                  : "Chưa quyết định"}
              </Table.Td>
              <Table.Td>
                {decision ? (
                  <>
                    {decision.personName}, <MomentText at={decision.at} />
                    <Text size="sm">{capacityInWords(decision.inTheNameOf, decision.capacity)}</Text>
                  </>
                ) : (
                  who
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
