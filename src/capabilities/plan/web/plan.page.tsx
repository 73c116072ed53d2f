import { Alert, Button, Group, Stack, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useFilters, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { signatureInWords } from "#ui/signing-choice.tsx";
import { standingWords } from "../contract.ts";
import { versionInWords } from "../versions/difference-words.ts";
import { api, type PlanView } from "./api.ts";
import { CorrectPlanDialog } from "./correct-plan-dialog.tsx";
import { Distribution } from "./distribution.tsx";
import { HandoverPart } from "./handovers/handover-part.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { NextYear } from "./next-year.tsx";
import { Parents } from "./parents/parents.tsx";
import { PlanClauses } from "./plan-clauses.tsx";
import { PlanFigures } from "./plan-figures.tsx";
import { PlanPicker } from "./plan-picker.tsx";
import { PlanState } from "./plan-state.tsx";
import { Publication } from "./publication.tsx";
import { Standing } from "./standing.tsx";
import { Suggestions } from "./suggestions/suggestions.tsx";
import { CLEAR, TaskList, UNCLEAR } from "./task-list.tsx";
import { LeftClauses } from "./versions/left-clauses.tsx";
import { VersionList } from "./versions/version-list.tsx";

/** One plan: its clauses with what they oblige to and who does it, its tasks, who received it. */
export default function PlanPage() {
  const id = useParam("id");
  const plan = useQuery(api.plan.get.queryOptions({ input: { id } }));
  return <Asked query={plan}>{(found) => <Opened plan={found} />}</Asked>;
}

/** That the plan is not carried out, since when and why, and which one stands in its place. */
function Over({ plan }: { plan: PlanView }) {
  const plans = useQuery(api.plan.list.queryOptions());
  if (plan.standing === "in-force") return null;
  if (plan.issuer !== null)
    return (
      <Alert color="blue" variant="light" title={`Kế hoạch của ${plan.issuer}, để đối chiếu`}>
        Không thực hiện và không công khai ở đây. Mở kế hoạch của cơ quan, thẻ “Cấp trên”, để nối các mục.
      </Alert>
    );
  if (plan.standing === "waiting")
    return (
      <Alert color="yellow" variant="light" title="Kế hoạch chưa được thực hiện">
        Nhiệm vụ chưa hiện ở Việc của tôi và chưa gắn được vào tin, bài. Bấm “Đưa vào thực hiện” khi bắt đầu.
      </Alert>
    );
  const heir = plans.data?.plans.find(({ id }) => id === plan.replacedBy);
  return (
    <Alert
      color="gray"
      variant="light"
      title={`${standingWords[plan.standing]} từ ngày ${formatDate(toVietnamDate(plan.endedAt ?? ""))}`}
    >
      Lý do: {plan.endedReason}
      {heir && (
        <>
          . Đang thực hiện:{" "}
          <LinkText to="/ke-hoach/$id" params={{ id: heir.id }}>
            {heir.title}
          </LinkText>
        </>
      )}
    </Alert>
  );
}

function Opened({ plan }: { plan: PlanView }) {
  const go = useGo();
  const [issuing, issue] = useDisclosure(false);
  const [correcting, correct] = useDisclosure(false);
  const [view, setView] = useFilters({ the: "muc", [CLEAR]: "" });
  const unclear = plan.tasks.filter(({ missing }) => missing.length > 0).length;
  return (
    <Page
      title={plan.title}
      crumbs={[{ label: "Kế hoạch", to: "/ke-hoach" }]}
      lead={
        <Group gap="sm">
          <PlanState plan={plan} />
          <Text span size="sm">
            {plan.version > 1 && `${versionInWords(plan)} · `}Năm {plan.year} · {plan.obligations.length}{" "}
            nghĩa vụ · {plan.tasks.length} nhiệm vụ
          </Text>
          {plan.signedAs && (
            <Text span size="sm">
              Ký: {signatureInWords(plan.signedAs)}
            </Text>
          )}
        </Group>
      }
      actions={
        <>
          {plan.issuer === null && (
            <MayButton may={plan.may} verb="issue" variant="default" hideReason onClick={issue.open}>
              {plan.state === "draft" ? "Ghi số, ngày" : "Sửa số, ngày"}
            </MayButton>
          )}
          <MayButton may={plan.may} verb="manage" variant="default" hideReason onClick={correct.open}>
            Sửa tên, năm
          </MayButton>
          <LinkButton to="/bao-phu" search={{ "ke-hoach": plan.id } as never} variant="default">
            Bảng bao phủ
          </LinkButton>
          {plan.issuer === null && (
            <>
              <NextYear plan={plan} />
              <Standing plan={plan} />
              <Publication plan={plan} />
            </>
          )}
        </>
      }
    >
      <PlanPicker planId={plan.id} onPick={(id) => go(`/ke-hoach/${id}${location.search}`)} />
      {plan.issuer === null && <PlanFigures progress={plan.progress} />}
      <Over plan={plan} />
      {plan.takenBackReason && (
        <Alert color="gray" variant="light" title="Kế hoạch đã được rút khỏi cổng">
          Lý do: {plan.takenBackReason}
        </Alert>
      )}
      {plan.issuer === null && unclear > 0 && (
        <Alert color="yellow" variant="light">
          <Group gap="sm">
            <Text size="sm">{unclear} nhiệm vụ chưa đủ “6 rõ”.</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => setView({ the: "nhiem-vu", [CLEAR]: UNCLEAR })}
            >
              Xem nhiệm vụ chưa rõ
            </Button>
          </Group>
        </Alert>
      )}
      <Tabs value={view.the} onChange={(the) => setView({ the: the ?? "" })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="muc">Theo mục</Tabs.Tab>
          <Tabs.Tab value="nhiem-vu">Nhiệm vụ ({plan.tasks.length})</Tabs.Tab>
          {plan.issuer === null && <Tabs.Tab value="goi-y">Gợi ý</Tabs.Tab>}
          {plan.issuer === null && <Tabs.Tab value="noi-nhan">Nơi nhận</Tabs.Tab>}
          <Tabs.Tab value="cap-tren">Cấp trên</Tabs.Tab>
          <Tabs.Tab value="cac-ban">Các bản ({plan.version})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="muc" pt="md">
          <PlanClauses plan={plan} />
          <LeftClauses plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="nhiem-vu" pt="md">
          <TaskList plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="goi-y" pt="md">
          <Suggestions plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="noi-nhan" pt="md">
          <Stack gap="xl">
            <Distribution plan={plan} />
            <HandoverPart plan={plan} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="cap-tren" pt="md">
          <Parents plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="cac-ban" pt="md">
          <VersionList plan={plan} />
        </Tabs.Panel>
      </Tabs>
      <IssueDialog plan={plan} opened={issuing} onClose={issue.close} />
      <CorrectPlanDialog plan={plan} opened={correcting} onClose={correct.close} />
    </Page>
  );
}
