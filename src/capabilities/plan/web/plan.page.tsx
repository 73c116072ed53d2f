import { Alert, Button, Group, Tabs, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useFilters, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api, type PlanView } from "./api.ts";
import { Distribution } from "./distribution.tsx";
import { IssueDialog } from "./issue-dialog.tsx";
import { PlanClauses } from "./plan-clauses.tsx";
import { PlanFigures } from "./plan-figures.tsx";
import { PlanState } from "./plan-state.tsx";
import { Publication } from "./publication.tsx";
import { CLEAR, TaskList, UNCLEAR } from "./task-list.tsx";

/** One plan: its clauses with what they oblige to and who does it, its tasks, who received it. */
export default function PlanPage() {
  const id = useParam("id");
  const plan = useQuery(api.plan.get.queryOptions({ input: { id } }));
  return <Asked query={plan}>{(found) => <Opened plan={found} />}</Asked>;
}

function Opened({ plan }: { plan: PlanView }) {
  const [issuing, issue] = useDisclosure(false);
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
            Năm {plan.year} · {plan.obligations.length} nghĩa vụ · {plan.tasks.length} nhiệm vụ
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
          <Publication plan={plan} />
        </>
      }
    >
      <PlanFigures progress={plan.progress} />
      {plan.takenBackReason && (
        <Alert color="gray" variant="light" title="Kế hoạch đã được rút khỏi cổng">
          Lý do: {plan.takenBackReason}
        </Alert>
      )}
      {unclear > 0 && (
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
