import { Button, Checkbox, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { clauseMark } from "../../clause-mark.ts";
import { EVERYBODY, templateKindWords } from "../../templates/template.ts";
import { api, type PlanView } from "../api.ts";
import { clauseName, dueText, obligationDue } from "../words.ts";
import { SaveTemplate } from "./save-template.tsx";
import type { TemplateAnswer, TemplateView } from "./template-view.ts";

const ALL = "all";

/** Obligations and tasks that agencies of a kind usually have, taken into the plan with units and clauses chosen. */
export default function TemplatesPage() {
  const id = useParam("id");
  const plan = useQuery(api.plan.get.queryOptions({ input: { id } }));
  const found = useQuery(api.plan.templates.queryOptions({ input: { id } }));
  return (
    <Asked query={plan}>
      {(opened) => (
        <Page
          title="Mẫu theo loại cơ quan"
          crumbs={[
            { label: "Kế hoạch", to: "/ke-hoach" },
            { label: opened.title, to: `/ke-hoach/${opened.id}` },
          ]}
          lead="Việc mà cơ quan cùng loại thường có, hoặc mẫu do cơ quan trên cùng hệ thống lưu. Chọn việc, đơn vị và mục rồi đưa vào kế hoạch; việc đã có không thêm lần nữa."
          actions={
            <>
              <LinkButton
                to="/ke-hoach/$id"
                params={{ id: opened.id }}
                search={{ the: "goi-y" } as never}
                variant="default"
              >
                Về gợi ý của kế hoạch
              </LinkButton>
              <SaveTemplate plan={opened} />
            </>
          }
        >
          <Asked query={found}>{(answer) => <Choice plan={opened} answer={answer} />}</Asked>
        </Page>
      )}
    </Asked>
  );
}

function Choice({ plan, answer: { templates } }: { plan: PlanView; answer: TemplateAnswer }) {
  const [chosen, setChosen] = useState(templates[0]?.id ?? "");
  const template = templates.find(({ id }) => id === chosen) ?? templates[0];
  if (!template) return null;
  return (
    <Stack>
      <Select
        label="Mẫu"
        data={templates.map(({ id, name, kind, agencyName }) => ({
          value: id,
          label: `${name} (${agencyName ?? templateKindWords[kind]})`,
        }))}
        allowDeselect={false}
        value={template.id}
        onChange={(id) => setChosen(id ?? "")}
        maw="40rem"
      />
      <Adoption key={template.id} plan={plan} template={template} />
    </Stack>
  );
}

const differing = (names: string[]) => [...new Set(names)];

function Adoption({ plan, template }: { plan: PlanView; template: TemplateView }) {
  const queries = useQueryClient();
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const open = template.items.filter(({ present }) => !present);
  const [keys, setKeys] = useState<string[]>(open.map(({ key }) => key));
  const [roles, setRoles] = useState<Record<string, string | null>>({ [EVERYBODY]: ALL });
  const [groups, setGroups] = useState<Record<string, string | null>>({});
  const adopt = useMutation(
    api.plan.adoptTemplate.mutationOptions({
      onSuccess: ({ adopted, templates }) => {
        queries.setQueryData(api.plan.templates.queryKey({ input: { id: plan.id } }), { templates });
        void queries.invalidateQueries({ queryKey: api.plan.get.key() });
        void queries.invalidateQueries({ queryKey: api.plan.suggestions.key() });
        setKeys([]);
        sayDone(`Đã đưa ${adopted} việc vào kế hoạch.`);
      },
    }),
  );
  const taken = open.filter(({ key }) => keys.includes(key));
  const groupsTaken = differing(taken.map(({ group }) => group));
  const rolesTaken = differing(taken.map(({ role }) => role));
  const lacking = groupsTaken.filter((group) => !groups[group]);
  const clauses = plan.clauses.map((clause) => ({
    value: clause.id,
    label: `${clauseMark(clause.path)} ${clauseName({ ...clause, label: "" })}`.slice(0, 120),
  }));
  const unitOptions = [
    { value: ALL, label: EVERYBODY },
    ...(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Stack>
      {open.length === 0 && <Text role="status">Kế hoạch đã có mọi việc của mẫu này.</Text>}
      {groupsTaken.length > 0 && (
        <Stack gap="xs" component="section" aria-labelledby="vao-muc">
          <Title order={2} size="h4" id="vao-muc">
            Đưa vào mục nào
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {groupsTaken.map((group) => (
              <Select
                key={group}
                label={group}
                required
                searchable
                data={clauses}
                value={groups[group] ?? null}
                onChange={(clauseId) => setGroups({ ...groups, [group]: clauseId })}
              />
            ))}
          </SimpleGrid>
          <Title order={2} size="h4">
            Ai chủ trì
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {rolesTaken.map((role) => (
              <Select
                key={role}
                label={role}
                placeholder="Chọn sau"
                searchable
                clearable
                clearButtonProps={{ "aria-label": `Bỏ chọn đơn vị cho ${role}` }}
                data={unitOptions}
                value={roles[role] ?? null}
                onChange={(unitId) => setRoles({ ...roles, [role]: unitId })}
              />
            ))}
          </SimpleGrid>
        </Stack>
      )}
      <ErrorNotice error={adopt.error} />
      <Group>
        {taken.length > 0 && (
          <MayButton
            may={plan.may}
            verb="manage"
            loading={adopt.isPending}
            onClick={() =>
              adopt.mutate({
                id: plan.id,
                templateId: template.id,
                keys: taken.map(({ key }) => key),
                roles: rolesTaken.map((role) => {
                  const unit = roles[role] ?? null;
                  return { role, unitId: unit === ALL ? null : unit, allUnits: unit === ALL };
                }),
                groups: groupsTaken.flatMap((group) => {
                  const clauseId = groups[group];
                  return clauseId ? [{ group, clauseId }] : [];
                }),
              })
            }
          >
            Đưa {taken.length} việc vào kế hoạch
          </MayButton>
        )}
        {open.length > 0 && (
          <Button
            variant="default"
            onClick={() => setKeys(taken.length === open.length ? [] : open.map(({ key }) => key))}
          >
            {taken.length === open.length ? "Bỏ chọn tất cả" : `Chọn cả ${open.length} việc`}
          </Button>
        )}
        {template.isOwn && <RemoveTemplate plan={plan} template={template} />}
      </Group>
      {taken.length > 0 && lacking.length > 0 && (
        <Text size="sm">Còn phải chọn mục cho: {lacking.join("; ")}.</Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }} aria-label="Các việc của mẫu">
        {template.items.map(({ key, group, role, what, due, evidenceWanted, task, present }) => (
          <Paper key={key} component="li" withBorder p="sm">
            <Group align="flex-start" wrap="nowrap" gap="sm">
              <Checkbox
                mt={4}
                aria-label={`Chọn: ${what ?? task?.title}`}
                disabled={present}
                checked={!present && keys.includes(key)}
                onChange={(event) =>
                  setKeys(event.currentTarget.checked ? [...keys, key] : keys.filter((one) => one !== key))
                }
              />
              <Stack gap={4} align="flex-start" style={{ minWidth: 0 }}>
                <Text fw={600}>{what ?? task?.title}</Text>
                {present && <StateBadge tone="none" word="Đã có trong kế hoạch" />}
                <Text size="sm" c="gray.7">
                  {[
                    group,
                    role,
                    what && obligationDue[due],
                    evidenceWanted && `Minh chứng: ${evidenceWanted}`,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
                {task && (
                  <Text size="sm">
                    Nhiệm vụ: {task.title} · {dueText(task.due)}
                    {task.deliverable && ` · Sản phẩm: ${task.deliverable}`}
                  </Text>
                )}
              </Stack>
            </Group>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}

function RemoveTemplate({ plan, template }: { plan: PlanView; template: TemplateView }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.plan.removeTemplate.mutationOptions({
      onSuccess: (next) => {
        setAsking(false);
        queries.setQueryData(api.plan.templates.queryKey({ input: { id: plan.id } }), next);
        sayDone("Đã bỏ mẫu.");
      },
    }),
  );
  return (
    <>
      <MayButton
        may={plan.may}
        verb="manage"
        variant="subtle"
        color="red"
        hideReason
        onClick={() => setAsking(true)}
      >
        Bỏ mẫu này
      </MayButton>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title="Bỏ mẫu"
        verb="Bỏ mẫu"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: plan.id, templateId: template.id })}
      >
        Các cơ quan không lấy được mẫu “{template.name}” nữa; kế hoạch đã lấy từ mẫu giữ nguyên.
      </Confirm>
    </>
  );
}
