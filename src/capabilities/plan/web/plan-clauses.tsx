import { Accordion, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { PlanView } from "./api.ts";
import { type Asked, ClauseDialogs } from "./clause-dialogs.tsx";
import { ClausePart } from "./clause-part.tsx";
import { clauseName } from "./words.ts";

type ClauseView = PlanView["clauses"][number];

/** The plan clause by clause: what each obliges to, who does it, and what can be added. */
export function PlanClauses({ plan }: { plan: PlanView }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const top = plan.clauses.filter(({ parentId }) => parentId === null);
  const within = (id: string): ClauseView[] =>
    plan.clauses.filter(({ parentId }) => parentId === id).flatMap((child) => [child, ...within(child.id)]);
  return (
    <>
      <Accordion variant="separated" multiple defaultValue={top[0] ? [top[0].id] : []} order={2}>
        {top.map((clause) => {
          const all = [clause, ...within(clause.id)];
          const ids = new Set(all.map(({ id }) => id));
          const tasks = plan.tasks.filter(({ clauseId }) => clauseId !== null && ids.has(clauseId));
          const obligations = plan.obligations.filter(({ clauseId }) => ids.has(clauseId));
          return (
            <Accordion.Item key={clause.id} value={clause.id}>
              <Accordion.Control>
                <Text fw={600}>{clauseName(clause)}</Text>
                <Text size="sm" c="gray.7">
                  {obligations.length} nghĩa vụ, {tasks.length} nhiệm vụ
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Stack gap="md">
                  {all.map((part) => (
                    <ClausePart
                      key={part.id}
                      plan={plan}
                      clause={part}
                      isTop={part.id === clause.id}
                      onAsk={setAsked}
                    />
                  ))}
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
      <ClauseDialogs plan={plan} asked={asked} />
    </>
  );
}
