import { Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Asked } from "#ui/loading.tsx";
import type { NoticeActProps } from "#ui/notice-act.ts";
import { api } from "../api.ts";
import { DifficultyActs } from "../difficulties/difficulty-acts.tsx";
import { ExtensionCard } from "../extensions/extensions.tsx";
import { ProposalActs } from "../proposals/proposal-acts.tsx";

const facts = { size: "sm", style: { whiteSpace: "pre-wrap", overflowWrap: "anywhere" } } as const;

/** A request for more time with its reason, granted or refused. */
export function DecideExtension({ about: [id], onDone }: NoticeActProps) {
  const queries = useQueryClient();
  const open = useQuery(api.plan.openExtensions.queryOptions());
  return (
    <Asked query={open}>
      {({ extensions }) => (
        <>
          {extensions
            .filter((row) => row.id === id)
            .map((row) => (
              <ExtensionCard
                key={row.id}
                row={row}
                onDone={() => {
                  void queries.invalidateQueries({ queryKey: api.plan.key() });
                  onDone();
                }}
              />
            ))}
        </>
      )}
    </Asked>
  );
}

/** A difficulty with its next step: taken up for the leadership, or decided. */
export function DecideDifficulty({ about: [id], onDone }: NoticeActProps) {
  const all = useQuery(api.plan.difficulties.queryOptions());
  return (
    <Asked query={all}>
      {({ difficulties }) => (
        <>
          {difficulties
            .filter((row) => row.id === id)
            .map((row) => (
              <Stack key={row.id} gap={4}>
                <Text {...facts}>
                  {row.unitName}: {row.what}
                </Text>
                {row.proposal && <Text {...facts}>Đề nghị: {row.proposal}</Text>}
                {row.gatheredNote && <Text {...facts}>Ý kiến của nơi tổng hợp: {row.gatheredNote}</Text>}
                <DifficultyActs row={row} onDone={onDone} />
              </Stack>
            ))}
        </>
      )}
    </Asked>
  );
}

/** A proposal with its next step: taken up, decided, or made a task. */
export function DecideProposal({ about: [id], onDone }: NoticeActProps) {
  const all = useQuery(api.plan.proposals.queryOptions());
  return (
    <Asked query={all}>
      {({ proposals }) => (
        <>
          {proposals
            .filter((row) => row.id === id)
            .map((row) => (
              <Stack key={row.id} gap={4}>
                <Text {...facts}>
                  {row.proposedByName}: {row.what}
                </Text>
                {row.benefit && <Text {...facts}>Hiệu quả dự kiến: {row.benefit}</Text>}
                {row.gatheredNote && <Text {...facts}>Ý kiến của nơi tổng hợp: {row.gatheredNote}</Text>}
                <ProposalActs row={row} onDone={onDone} />
              </Stack>
            ))}
        </>
      )}
    </Asked>
  );
}
