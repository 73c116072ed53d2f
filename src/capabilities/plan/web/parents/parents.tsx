import { Button, Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ParentView, type PlanView } from "../api.ts";
import { dueText } from "../words.ts";
import { ParentClauseDialog } from "./parent-clause-dialog.tsx";
import { ParentDialog } from "./parent-dialog.tsx";

type Duty = ParentView["duties"][number];

/** "Số 36/KH-UBND ngày 05/02/2026 của UBND tỉnh". */
const parentName = ({ number, issuedOn, issuer }: ParentView): string =>
  [number && `Số ${number}`, issuedOn && `ngày ${formatDate(issuedOn)}`, issuer && `của ${issuer}`]
    .filter(Boolean)
    .join(" ");

function DutyPart({ duty, onLink }: { duty: Duty; onLink: (() => void) | null }) {
  const proven = duty.here.some(({ evidence }) => evidence > 0);
  // A task is named without the mark that ends its sentence.
  const whole = duty.name.replace(/[.;]$/, "");
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={6}>
        <Group gap="sm" justify="space-between">
          <Group gap="sm">
            <Text fw={700}>{duty.path}</Text>
            {duty.here.length === 0 ? (
              <StateBadge tone="failed" word="Chưa có mục thực hiện" />
            ) : proven ? (
              <StateBadge tone="done" word="Đã có minh chứng" />
            ) : (
              <StateBadge tone="waiting" word="Chưa có minh chứng" />
            )}
          </Group>
          {onLink && (
            <Button size="compact-sm" variant="default" onClick={onLink}>
              Nối mục<span className="only-read-aloud"> với mục {duty.path} của cấp trên</span>
            </Button>
          )}
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {duty.name}
        </Text>
        {duty.tasks.map(({ title, lead, due }) => (
          <Text key={title} size="sm" c="gray.8">
            {title !== whole && `${title}. `}
            {dueText(due)}
            {lead && `; chủ trì: ${lead}`}.
          </Text>
        ))}
        {duty.here.length > 0 && (
          <List size="sm">
            {duty.here.map(({ id, path, name, evidence }) => (
              <List.Item key={id}>
                Ở đây: <b>{path}</b> {name} ({evidence} minh chứng)
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}

/** Plans and documents from above that the plan follows, what each makes due here, and which clauses carry it out. */
export function Parents({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const found = useQuery(api.plan.parents.queryOptions({ input: { id: plan.id } }));
  const [adding, add] = useDisclosure(false);
  const [linking, link] = useDisclosure(false);
  const [duty, setDuty] = useState<Duty | null>(null);
  const [leaving, setLeaving] = useState<ParentView | null>(null);
  const keep = (next: { parents: ParentView[] }) => {
    queries.setQueryData(api.plan.parents.queryKey({ input: { id: plan.id } }), next);
    void queries.invalidateQueries({ queryKey: api.plan.coverage.key() });
  };
  const unlink = useMutation(
    api.plan.unlinkParent.mutationOptions({
      onSuccess: (next) => {
        keep(next);
        setLeaving(null);
        sayDone("Đã bỏ ghi.");
      },
    }),
  );
  const mayManage = plan.may.manage?.allowed ?? false;
  return (
    <Asked query={found}>
      {({ parents }) => (
        <Stack>
          <Group>
            <MayButton may={plan.may} verb="manage" onClick={add.open}>
              Thêm kế hoạch, văn bản cấp trên
            </MayButton>
          </Group>
          {parents.length === 0 && (
            <EmptyState
              title="Chưa ghi kế hoạch này thực hiện văn bản nào của cấp trên"
              why="Đọc kế hoạch của tỉnh, của bộ vào hệ thống (khi xác nhận, đánh dấu là của cơ quan cấp trên), hoặc chọn một văn bản mà kế hoạch viện dẫn. Sau đó nối từng mục để thấy việc cấp trên giao đã có ai làm ở đây chưa."
            />
          )}
          {parents.map((parent) => {
            const open = parent.duties.filter(({ here }) => here.length === 0).length;
            return (
              <Stack key={parent.id} component="section" gap="sm" aria-label={parent.title}>
                <Group justify="space-between" align="flex-start">
                  <Stack gap={2} flex="1 1 16rem">
                    <Title order={3} size="h4">
                      {parent.planId ? (
                        <LinkText to="/ke-hoach/$id" params={{ id: parent.planId }} inherit>
                          {parent.title}
                        </LinkText>
                      ) : (
                        parent.title
                      )}
                    </Title>
                    <Text size="sm" c="gray.8">
                      {parentName(parent)}
                      {parent.planId
                        ? `. ${parent.duties.length} mục giao việc, ${open} mục chưa có mục nào ở đây thực hiện.`
                        : ". Chưa đọc toàn văn vào nên chưa nối từng mục được."}
                    </Text>
                  </Stack>
                  {mayManage && (
                    <Button size="compact-sm" variant="subtle" color="red" onClick={() => setLeaving(parent)}>
                      Bỏ ghi<span className="only-read-aloud"> {parent.title}</span>
                    </Button>
                  )}
                </Group>
                <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
                  {parent.duties.map((row) => (
                    <DutyPart
                      key={row.id}
                      duty={row}
                      onLink={
                        mayManage
                          ? () => {
                              setDuty(row);
                              link.open();
                            }
                          : null
                      }
                    />
                  ))}
                </Stack>
              </Stack>
            );
          })}
          <ParentDialog plan={plan} parents={parents} opened={adding} onClose={add.close} onDone={keep} />
          {duty && (
            <ParentClauseDialog
              key={duty.id}
              plan={plan}
              duty={duty}
              opened={linking}
              onClose={link.close}
              onDone={keep}
            />
          )}
          <Confirm
            opened={leaving !== null}
            onClose={() => setLeaving(null)}
            title="Bỏ ghi văn bản cấp trên"
            verb="Bỏ ghi"
            pending={unlink.isPending}
            error={unlink.error}
            onConfirm={() => leaving && unlink.mutate({ id: plan.id, parentId: leaving.id })}
          >
            Kế hoạch thôi ghi thực hiện “{leaving?.title}”, các chỗ nối mục bị bỏ theo; kế hoạch cấp trên vẫn
            còn trong hệ thống.
          </Confirm>
        </Stack>
      )}
    </Asked>
  );
}
