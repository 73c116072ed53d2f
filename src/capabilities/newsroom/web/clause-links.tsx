import { Button, Checkbox, Group, Input, Pill, PillGroup, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { holdsWords } from "#ui/holds-words.ts";
import type { Item, PlanLinks } from "./api.ts";

type Clause = PlanLinks["clauses"][number];

const STEP = 20;
const nameOf = ({ path, name }: Clause) => `${path}: ${name}`;

/** Clauses of the plan that the text serves as a whole, chosen from the trees of the plans in force. */
export function ClauseLinks({
  plans,
  clauses,
  chosen,
  mayChange,
  onChange,
}: {
  plans: PlanLinks["plans"];
  clauses: Clause[];
  chosen: Item["links"]["clauses"];
  mayChange: boolean;
  onChange: (clauseIds: string[]) => void;
}) {
  const [opened, setOpened] = useState(false);
  const ids = chosen.map(({ id }) => id);
  return (
    <Stack gap={6}>
      <Input.Label component="div" labelElement="div">
        Mục của kế hoạch
      </Input.Label>
      {chosen.length > 0 && (
        <PillGroup>
          {chosen.map(({ id, name, planTitle, inForce }) => (
            <Pill
              key={id}
              withRemoveButton={mayChange}
              onRemove={() => onChange(ids.filter((other) => other !== id))}
              removeButtonProps={{ "aria-label": `Bỏ mục ${name}` }}
            >
              {plans.length > 1 || !inForce ? `${name} (${planTitle})` : name}
            </Pill>
          ))}
        </PillGroup>
      )}
      {mayChange && (
        <Button size="xs" variant="default" w="fit-content" onClick={() => setOpened(true)}>
          Chọn mục…
        </Button>
      )}
      <FormDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Chọn mục của kế hoạch"
        initial={{ clauseIds: ids }}
        verb="Gắn các mục đã chọn"
        submit={async ({ clauseIds }) => onChange(clauseIds)}
      >
        {(form) => (
          <ClauseTree
            plans={plans}
            clauses={clauses}
            chosen={form.values.clauseIds}
            onChange={(clauseIds) => form.setFieldValue("clauseIds", clauseIds)}
          />
        )}
      </FormDialog>
    </Stack>
  );
}

function ClauseTree({
  plans,
  clauses,
  chosen,
  onChange,
}: {
  plans: PlanLinks["plans"];
  clauses: Clause[];
  chosen: string[];
  onChange: (clauseIds: string[]) => void;
}) {
  const [words, setWords] = useState("");
  const found = useMemo(() => withParents(clauses, words.trim()), [clauses, words]);
  return (
    <Stack gap="sm">
      <TextInput
        label="Tìm mục"
        description="Theo số mục (II.4.2) hoặc theo chữ, có dấu hay không dấu."
        type="search"
        leftSection={<IconSearch size={16} />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter ends the search, it does not send what is chosen so far.
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) event.preventDefault();
        }}
        data-autofocus
      />
      <Checkbox.Group value={chosen} onChange={onChange} label="Các mục">
        <Stack gap={6} mt={6} mah="50vh" style={{ overflowY: "auto" }} tabIndex={0}>
          {plans.map(({ id, title, year }) => {
            const own = found.filter(({ planId }) => planId === id);
            if (own.length === 0) return null;
            return (
              <Stack key={id} gap={6}>
                {plans.length > 1 && (
                  <Text size="sm" fw={600}>
                    {title} (năm {year})
                  </Text>
                )}
                {own.map((clause) => (
                  <Checkbox
                    key={clause.id}
                    value={clause.id}
                    label={nameOf(clause)}
                    pl={Math.min(clause.level, 5) * STEP}
                  />
                ))}
              </Stack>
            );
          })}
          {found.length === 0 && <Text size="sm">Không có mục nào khớp; hãy thử từ khác.</Text>}
        </Stack>
      </Checkbox.Group>
      <Group>
        <Text size="sm" role="status">
          Đã chọn {chosen.length} mục
        </Text>
      </Group>
    </Stack>
  );
}

/** What matches, with the clauses above it, in the order of the plan. */
function withParents(clauses: Clause[], words: string): Clause[] {
  if (words === "") return clauses;
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const kept = new Set<string>();
  for (const clause of clauses) {
    if (!holdsWords(nameOf(clause), words)) continue;
    for (let at: Clause | undefined = clause; at && !kept.has(at.id); at = byId.get(at.parentId ?? ""))
      kept.add(at.id);
  }
  return clauses.filter(({ id }) => kept.has(id));
}
