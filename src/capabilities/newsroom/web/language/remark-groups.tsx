import { Accordion, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconBulb, IconPencilExclamation } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import type { RemarkKind } from "../../contract.ts";
import { type RemarkWeight, remarkKinds, remarkWeights } from "../../language/remark.ts";
import type { api } from "../api.ts";

type Language = Awaited<ReturnType<typeof api.newsroom.language.call>>;
export type Dismissal = Language["dismissals"][number];

const looks = {
  must: { color: "red", Icon: IconAlertTriangle },
  should: { color: "orange", Icon: IconPencilExclamation },
  may: { color: "blue", Icon: IconBulb },
} as const;

/** So many stand on the screen before more are asked for. */
const SHOWN = 20;
const weights = Object.keys(remarkWeights) as RemarkWeight[];

/** Remarks under the words that say how much they weigh, those set aside at the end. */
export function RemarkGroups<One extends { kind: RemarkKind; key: string }>({
  remarks,
  dismissals,
  card,
  dismissedCard,
}: {
  remarks: One[];
  dismissals: Dismissal[];
  card: (remark: One) => ReactNode;
  dismissedCard: (dismissal: Dismissal) => ReactNode;
}) {
  const groups = weights.flatMap((weight) => {
    const ofWeight = remarks.filter(({ kind }) => remarkKinds[kind].weight === weight);
    return ofWeight.length > 0 ? [{ weight, ofWeight }] : [];
  });
  return (
    <Accordion
      multiple
      defaultValue={["must", "should"]}
      variant="contained"
      order={3}
      styles={{ content: { padding: "0.5rem" } }}
    >
      {groups.map(({ weight, ofWeight }) => {
        const { color, Icon } = looks[weight];
        return (
          <Accordion.Item key={weight} value={weight}>
            <Accordion.Control
              icon={<Icon size={18} aria-hidden color={`var(--mantine-color-${color}-8)`} />}
            >
              {remarkWeights[weight]} ({ofWeight.length})
            </Accordion.Control>
            <Accordion.Panel>
              <Some all={ofWeight} card={card} />
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
      {dismissals.length > 0 && (
        <Accordion.Item value="dismissed">
          <Accordion.Control>Đã bỏ qua ({dismissals.length})</Accordion.Control>
          <Accordion.Panel>
            <Some all={dismissals} card={dismissedCard} />
          </Accordion.Panel>
        </Accordion.Item>
      )}
    </Accordion>
  );
}

function Some<One>({ all, card }: { all: One[]; card: (one: One) => ReactNode }) {
  const [shown, setShown] = useState(SHOWN);
  const rest = all.length - shown;
  return (
    <Stack gap="xs">
      {all.slice(0, shown).map(card)}
      {rest > 0 && (
        <Group>
          <Button size="xs" variant="default" onClick={() => setShown(shown + SHOWN)}>
            Xem thêm {Math.min(rest, SHOWN)} trong {rest} nhận xét còn lại
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function KindBadge({ kind }: { kind: RemarkKind }) {
  const { label, weight } = remarkKinds[kind];
  const { color } = looks[weight];
  return (
    <Badge color={color} variant="light" tt="none">
      {label}
    </Badge>
  );
}

/** Short enough for a list: the beginning and the end of a long passage. */
export const shortened = (passage: string): string =>
  passage.length <= 90 ? passage : `${passage.slice(0, 55).trimEnd()} … ${passage.slice(-25).trimStart()}`;

/** Where the words stand that are not in the body. */
export function WhereSaid({ where }: { where: string }) {
  return (
    <Text span size="xs" fw={400} display="block">
      Ở: {where}
    </Text>
  );
}

export function DismissedWords({
  dismissal: { kind, passage, reason, byName, at },
}: {
  dismissal: Dismissal;
}) {
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <KindBadge kind={kind} />
      </Group>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        “{shortened(passage)}”
      </Text>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {byName} bỏ qua: {reason} (<MomentText at={at} />)
      </Text>
    </Stack>
  );
}
