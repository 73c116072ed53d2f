import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { ClauseChanges } from "../versions/clause-changes.tsx";
import { SaidClauses, SaidTasks } from "../versions/said-parts.tsx";
import { AdoptDialog } from "./adopt-dialog.tsx";
import { type HandoverView, handedInWords, standingOf } from "./handover-view.ts";

/** A plan that another agency handed over: read, acknowledged for the agency, linked above an own plan. */
export default function ReceivedPage() {
  const id = useParam("id");
  const found = useQuery(api.plan.receivedHandover.queryOptions({ input: { id } }));
  return <Asked query={found}>{(data) => <Opened found={data} />}</Asked>;
}

function Opened({ found }: { found: HandoverView }) {
  const { id, from, message, header, decision, reason, adopted, changedSince } = found;
  const go = useGo();
  const queries = useQueryClient();
  const [adopting, adopt] = useDisclosure(false);
  const acknowledge = useMutation(
    api.plan.acknowledgeHandover.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(api.plan.receivedHandover.queryKey({ input: { id } }), next);
        void queries.invalidateQueries({ queryKey: api.plan.receivedHandovers.key() });
        sayDone("Đã xác nhận cơ quan nhận kế hoạch.");
      },
    }),
  );
  const compare = useMutation(
    api.plan.adoptHandover.mutationOptions({
      onSuccess: ({ adoptedPlanId, importId }) => {
        void queries.invalidateQueries({ queryKey: api.plan.key(), refetchType: "none" });
        go(`/ke-hoach/xem-truoc/${importId}/so-sanh/${adoptedPlanId}`);
      },
    }),
  );
  const isNewer = adopted !== null && !found.isTakenOver;
  return (
    <Page
      title={found.title}
      crumbs={[{ label: "Cơ quan khác", to: "/co-quan-khac" }]}
      lead={
        <Group gap="sm">
          <StateBadge {...standingOf(found)} />
          <Text span size="sm">
            {from} chuyển lúc <MomentText at={found.givenAt} />. {handedInWords(found)}
            {header.date && `, ban hành ngày ${formatDate(header.date)}`}.
          </Text>
        </Group>
      }
      actions={
        <>
          {found.hasFile && (
            <Button component="a" href={`/api/handovers/${id}/file`} download variant="default">
              Tải tệp văn bản
            </Button>
          )}
          {isNewer ? (
            <MayButton
              may={found.may}
              verb="adopt"
              variant="default"
              hideReason
              loading={compare.isPending}
              onClick={() => compare.mutate({ id, planId: null })}
            >
              So với bản đã lấy về
            </MayButton>
          ) : adopted !== null && found.ownPlans.length === 0 ? null : (
            <MayButton may={found.may} verb="adopt" variant="default" hideReason onClick={adopt.open}>
              {found.ownPlans.length === 0 ? "Lấy về đối chiếu" : "Nối làm kế hoạch cấp trên"}
            </MayButton>
          )}
          {found.acknowledgedAt === null && (
            <MayButton
              may={found.may}
              verb="acknowledge"
              hideReason
              loading={acknowledge.isPending}
              onClick={() => acknowledge.mutate({ id })}
            >
              Xác nhận cơ quan đã nhận
            </MayButton>
          )}
        </>
      }
    >
      <ErrorNotice error={acknowledge.error ?? compare.error} />
      {found.superseded && (
        <Alert color="yellow" variant="light" title="Đã được chuyển bản mới hơn">
          Đây là bản cũ.{" "}
          <LinkText to="/co-quan-khac" inherit>
            Mở danh sách để xem bản mới
          </LinkText>
          .
        </Alert>
      )}
      {message && (
        <Alert color="blue" variant="light" title={`Lời nhắn của ${from}`}>
          <span style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{message}</span>
        </Alert>
      )}
      {adopted && (
        <Group gap="xs">
          <Text size="sm">
            {isNewer ? "Đã lấy bản trước về đối chiếu:" : "Đã lấy về đối chiếu:"}{" "}
            <LinkText to="/ke-hoach/$id" params={{ id: adopted.id }} inherit>
              {adopted.title}
            </LinkText>
            .
          </Text>
          {found.openImportId && (
            <LinkButton
              size="compact-sm"
              variant="default"
              to="/ke-hoach/xem-truoc/$id/so-sanh/$planId"
              params={{ id: found.openImportId, planId: adopted.id } as never}
            >
              Tiếp tục so bản mới
            </LinkButton>
          )}
        </Group>
      )}
      {changedSince !== null && (
        <Stack component="section" aria-labelledby="thay-doi">
          <Title order={2} size="h3" id="thay-doi">
            Khác với bản {changedSince} đã chuyển
          </Title>
          {(decision || reason) && (
            <Text size="sm">
              {decision &&
                `Theo văn bản số ${decision.number}${decision.issuedOn ? ` ngày ${formatDate(decision.issuedOn)}` : ""}. `}
              {reason && `Lý do: ${reason}`}
            </Text>
          )}
          <ClauseChanges changes={found.changes} />
        </Stack>
      )}
      <SaidClauses clauses={found.clauses} />
      <SaidTasks tasks={found.tasks} />
      <AdoptDialog found={found} opened={adopting} onClose={adopt.close} />
    </Page>
  );
}
