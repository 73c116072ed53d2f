import { Button, Group, Paper, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { useFilters } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { differenceKinds, wholeWords } from "../../versions/difference-words.ts";
import { type ClauseChange, hangingIn, marksOf, toneOf } from "./changes.ts";

const SHOWN = 50;
const kinds = ["added", "changed", "moved", "removed", "same"] as const;
const CHANGED = "";

/** What becomes of what hangs on the clause. */
function Hanging({ change }: { change: ClauseChange }) {
  const hanging = hangingIn(change);
  if (hanging === "") return null;
  return (
    <Text size="sm" c="gray.8">
      {change.kind === "removed"
        ? `${hanging} vẫn đọc được, ghi rõ không còn trong kế hoạch, và không tính cho các kỳ sau.`
        : `${hanging} đi theo mục này.`}
    </Text>
  );
}

function Words({ change: { kind, before, after } }: { change: ClauseChange }) {
  if (kind === "changed") return <CompareTexts before={wholeWords(before!)} now={wholeWords(after!)} />;
  return (
    <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }} maw="42rem">
      {wholeWords((after ?? before)!)}
    </Text>
  );
}

/** The clauses by what became of them; the kind that is looked at stands in the address. */
export function ClauseChanges({
  changes,
  onPair,
}: {
  changes: ClauseChange[];
  /** Corrects which clause continues which; absent where nothing can be changed any more. */
  onPair?: (change: ClauseChange) => void;
}) {
  const [view, setView] = useFilters({ hien: CHANGED });
  const [shown, setShown] = useState(SHOWN);
  const of = (kind: string) => changes.filter((row) => row.kind === kind);
  const rows = view.hien === CHANGED ? changes.filter(({ kind }) => kind !== "same") : of(view.hien);
  const options = [
    { value: "moi-thay-doi", label: `Mọi thay đổi (${changes.length - of("same").length})` },
    ...kinds.flatMap((kind) => {
      const { length } = of(kind);
      return length > 0 ? [{ value: kind, label: `${differenceKinds[kind]} (${length})` }] : [];
    }),
  ];
  return (
    <Stack>
      <Select
        label="Hiện các mục"
        data={options}
        value={view.hien === CHANGED ? "moi-thay-doi" : view.hien}
        onChange={(value) => setView({ hien: value === "moi-thay-doi" || value === null ? CHANGED : value })}
        allowDeselect={false}
        maw="22rem"
      />
      {rows.length === 0 && <Text>Không có mục nào khác nhau.</Text>}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {rows.slice(0, shown).map((change) => (
          <Paper
            key={`${change.before?.path ?? ""}>${change.after?.path ?? ""}`}
            component="li"
            withBorder
            p="sm"
          >
            <Stack gap={6}>
              <Group gap="sm" justify="space-between">
                <Group gap="sm">
                  <Text fw={700}>{marksOf(change)}</Text>
                  <StateBadge tone={toneOf[change.kind]} word={differenceKinds[change.kind]} />
                </Group>
                {onPair && (
                  <Button size="compact-sm" variant="default" onClick={() => onPair(change)}>
                    Ghép lại<span className="only-read-aloud"> mục {marksOf(change)}</span>
                  </Button>
                )}
              </Group>
              <Words change={change} />
              <Hanging change={change} />
            </Stack>
          </Paper>
        ))}
      </Stack>
      {rows.length > shown && (
        <Group>
          <Button variant="default" onClick={() => setShown(shown + SHOWN)}>
            Xem thêm {Math.min(SHOWN, rows.length - shown)} mục
          </Button>
        </Group>
      )}
    </Stack>
  );
}
