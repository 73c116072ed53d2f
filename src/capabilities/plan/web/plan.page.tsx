import { Alert, Button, Group, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api, type PlanView } from "./api.ts";
import { Distribution } from "./distribution.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { PlanClauses } from "./plan-clauses.tsx";
import { TaskList } from "./task-list.tsx";

/** One plan: its clauses with what they oblige to and who does it, its tasks, who received it. */
export default function PlanPage() {
  const id = useParam("id");
  const plan = useQuery(api.plan.get.queryOptions({ input: { id } }));
  return <Asked query={plan}>{(found) => <Opened plan={found} />}</Asked>;
}

function Opened({ plan }: { plan: PlanView }) {
  const [issuing, issue] = useDisclosure(false);
  const done = plan.tasks.filter(({ progress }) => progress.done).length;
  const unclear = plan.tasks.filter(({ missing }) => missing.length > 0).length;
  return (
    <Page
      title={plan.title}
      crumbs={[{ label: "Kế hoạch", to: "/ke-hoach" }]}
      lead={
        <Group gap="sm">
          <StateBadge
            tone={plan.state === "issued" ? "done" : "draft"}
            word={
              plan.state === "issued"
                ? `Số ${plan.number}/${plan.symbol ?? ""} ngày ${formatDate(plan.issuedOn ?? "")}`
                : "Chưa cấp số"
            }
          />
          <Text span size="sm">
            Năm {plan.year} · {plan.obligations.length} nghĩa vụ · {plan.tasks.length} nhiệm vụ, {done} đã có
            minh chứng trong kỳ
          </Text>
        </Group>
      }
      actions={
        <>
          {plan.state === "draft" && (
            <MayButton may={plan.may} verb="issue" variant="default" hideReason onClick={issue.open}>
              Ghi số, ngày
            </MayButton>
          )}
          <LinkButton to="/bao-phu" search={{ "ke-hoach": plan.id } as never} variant="default">
            Bảng bao phủ
          </LinkButton>
          <Button component="a" href={`/ke-hoach/${plan.slug}`} variant="subtle">
            Xem trên cổng
          </Button>
        </>
      }
    >
      {unclear > 0 && (
        <Alert color="yellow" variant="light">
          {unclear} nhiệm vụ chưa đủ “6 rõ”. Mở từng nhiệm vụ để bổ sung.
        </Alert>
      )}
      <Tabs defaultValue="muc">
        <Tabs.List>
          <Tabs.Tab value="muc">Theo mục</Tabs.Tab>
          <Tabs.Tab value="nhiem-vu">Nhiệm vụ ({plan.tasks.length})</Tabs.Tab>
          <Tabs.Tab value="noi-nhan">Nơi nhận</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="muc" pt="md">
          <PlanClauses plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="nhiem-vu" pt="md">
          <TaskList plan={plan} />
        </Tabs.Panel>
        <Tabs.Panel value="noi-nhan" pt="md">
          <Distribution plan={plan} />
        </Tabs.Panel>
      </Tabs>
      <IssueDialog plan={plan} opened={issuing} onClose={issue.close} />
    </Page>
  );
}
