import { Alert, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sourceLabels } from "../../figures/metric.ts";
import { api, type FiguresOfDelivery } from "../api.ts";
import { FigureHistory } from "./figure-history.tsx";
import { readAt } from "./read-at.ts";
import { RecordFigures } from "./record-figures.tsx";

type Shown = FiguresOfDelivery["figures"][number];

/** How a text did where it stands: the newest number of each kind with its day and source, how it came about, and the way to type more. */
export function FiguresPart({ deliveryId, isOwn }: { deliveryId: string; isOwn: boolean }) {
  const found = useQuery(api.channels.figuresOfDelivery.queryOptions({ input: { id: deliveryId } }));
  return (
    <Section id="so-lieu" title="Số liệu">
      {isOwn ? (
        <Text size="sm">Cổng không đếm người xem: không theo dõi người dân, nên không có số liệu ở đây.</Text>
      ) : (
        <Asked query={found}>{(figures) => <Figures figures={figures} />}</Asked>
      )}
    </Section>
  );
}

function Figures({ figures: found }: { figures: FiguresOfDelivery }) {
  const { figures, asking, readings, may } = found;
  return (
    <Stack gap="md">
      <SimpleGrid component="ul" cols={{ base: 2, sm: 3, lg: 4 }} m={0} p={0} style={{ listStyle: "none" }}>
        {figures.map((one) => (
          <Figure key={one.metric} figure={one} />
        ))}
      </SimpleGrid>
      {asking !== null && <Asking asking={asking} networkLabel={found.networkLabel} />}
      {found.notAsked !== null && <Text size="sm">{found.notAsked}</Text>}
      {may.record?.allowed && <RecordFigures found={found} />}
      {readings.length > 0 && <FigureHistory found={found} />}
    </Stack>
  );
}

function Figure({ figure: { label, newest } }: { figure: Shown }) {
  return (
    <li>
      <Text size="sm" c="gray.8">
        {label}
      </Text>
      <Text fw={700} size="xl">
        {newest === null ? "Chưa rõ" : newest.text}
      </Text>
      {newest !== null && (
        <>
          <Text size="xs" c="gray.7">
            {readAt(newest)} · {sourceLabels[newest.source]}
          </Text>
          {newest.isStale && <StateBadge tone="waiting" word={`Số cũ, ${newest.age}`} />}
        </>
      )}
    </li>
  );
}

function Asking({
  asking: { nextAt, ended, trouble, missing },
  networkLabel,
}: {
  asking: NonNullable<FiguresOfDelivery["asking"]>;
  networkLabel: string;
}) {
  return (
    <>
      {(trouble !== null || ended !== null || missing.length > 0) && (
        <Alert color="yellow" variant="light" title="Có số chưa lấy được">
          {ended !== null && <Text size="sm">{ended}</Text>}
          {trouble !== null && <Text size="sm">{trouble}</Text>}
          {missing.map(({ label, why }) => (
            <Text size="sm" key={`${label} ${why}`}>
              {label}: {why}
            </Text>
          ))}
          <Text size="sm">Số đã có vẫn giữ nguyên. Số còn thiếu có thể ghi tay ở dưới.</Text>
        </Alert>
      )}
      {nextAt !== null && (
        <Text size="sm" c="gray.7">
          Hệ thống tự hỏi {networkLabel}; lần tới khoảng {formatDateTime(nextAt)}.
        </Text>
      )}
    </>
  );
}
