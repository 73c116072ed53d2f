import { Anchor, Box, Button, Group, List, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { periodContaining } from "#platform/clock/reporting-period.ts";
import { formatDate, formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { countOf, isWithin, type Overview } from "../../leadership/overview.ts";
import { obligationStates, stateWords } from "../../obligation-state.ts";
import { api } from "../api.ts";
import { periodChoices } from "../period-choices.ts";
import { MonthBars } from "./month-bars.tsx";
import { OverviewGroups } from "./overview-groups.tsx";
import { StateBar, StateLegend } from "./state-bar.tsx";

/** The month that runs today. */
export const currentMonth = (): string => periodContaining(today(), "month", "decree").code;

/** How the agency stands, for who has a phone and two minutes. */
export default function OverviewPage() {
  const [{ ky }, setFilter] = useFilters({ ky: currentMonth() });
  const overview = useQuery(api.reports.overview.queryOptions({ input: { period: ky } }));
  return (
    <Page title="Tổng quan lãnh đạo">
      <Group align="flex-end" gap="sm">
        <Select
          label="Kỳ"
          data={periodChoices("decree")}
          value={ky}
          onChange={(period) => period && setFilter({ ky: period })}
          allowDeselect={false}
          searchable
          nothingFoundMessage="Không có kỳ này"
          flex="1 1 14rem"
          maw="26rem"
        />
        <Button
          component="a"
          href={`/api/overview/brief?period=${encodeURIComponent(ky)}`}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Bản in 2 trang (.pdf)
        </Button>
        {overview.data?.may["see-schedules"]?.allowed && (
          <LinkButton to="/tong-quan-lanh-dao/lich-gui" variant="default">
            Lịch gửi qua thư
          </LinkButton>
        )}
      </Group>
      <Asked query={overview}>{(data) => <Standing overview={data} />}</Asked>
    </Page>
  );
}

function Standing({ overview }: { overview: Overview }) {
  const { period, until, takenAt, figures, clauses, parts, counts, total, months, late, waiting } = overview;
  return (
    <Stack>
      <Text size="sm" c="gray.7" role="status">
        Số liệu từ {formatDate(period.from)} đến {formatDate(until)}
        {until < period.to && ` (kỳ kết thúc ngày ${formatDate(period.to)})`}; lấy lúc{" "}
        {formatDateTime(takenAt)}. Kế hoạch: {overview.plan.title}.
      </Text>
      <Summary overview={overview} />
      <Section id="cho-quyet-dinh" title={`Chờ quyết định: ${countOf(waiting).toLocaleString("vi-VN")} việc`}>
        <OverviewGroups groups={waiting} nothing="Không có việc nào chờ quyết định." />
      </Section>
      <Section id="tre-han" title={`Trễ hạn, còn thiếu: ${countOf(late).toLocaleString("vi-VN")} việc`}>
        <OverviewGroups groups={late} nothing="Không có việc nào trễ hạn hay còn thiếu." />
      </Section>
      <Section id="so-lieu" title="Số liệu chính">
        <List listStyleType="none" spacing="sm">
          {figures.map((figure) => (
            <List.Item key={figure.key}>
              <Text size="sm">{figure.label}</Text>
              {figure.denominator === 0 ? (
                <Text fw={600}>không phát sinh</Text>
              ) : (
                <>
                  <LinkText
                    to="/tong-quan-lanh-dao/so-lieu"
                    search={{ ky: period.code, so: figure.key }}
                    underline="always"
                    fw={600}
                    aria-label={`${figure.words}: ${figure.label}`}
                  >
                    {figure.words}
                  </LinkText>
                  <ShareBar numerator={figure.numerator} denominator={figure.denominator} />
                </>
              )}
            </List.Item>
          ))}
        </List>
      </Section>
      <Section id="tung-muc" title={`Từng mục của kế hoạch: ${total.toLocaleString("vi-VN")} nội dung`}>
        <StateLegend />
        <Clause
          period={period.code}
          clause=""
          mark=""
          name="Cả kế hoạch"
          counts={counts}
          total={total}
          whole
        />
        {parts.map((part) => {
          const within = clauses.filter(({ clause }) => isWithin(clause, part.clause));
          return (
            <Box key={part.clause}>
              <Clause period={period.code} {...part} />
              {within.length > 1 && (
                <details>
                  <summary>
                    <Text size="sm" span>
                      {within.length} mục của phần {part.mark}
                    </Text>
                  </summary>
                  <Stack gap="xs" pl="md" mt="xs">
                    {within.map((one) => (
                      <Clause key={one.clause} period={period.code} {...one} />
                    ))}
                  </Stack>
                </details>
              )}
            </Box>
          );
        })}
        {total === 0 && <Text size="sm">Kế hoạch chưa có nội dung phải thực hiện nào được ghi.</Text>}
      </Section>
      <Section id="theo-thang" title="Sản phẩm đã đăng theo tháng">
        <MonthBars months={months} />
      </Section>
    </Stack>
  );
}

/** Three numbers that lead to the parts of the page. */
function Summary({ overview: { waiting, late, counts, total } }: { overview: Overview }) {
  const mine = waiting.reduce((sum, { rows }) => sum + rows.filter(({ isMine }) => isMine).length, 0);
  const cells = [
    { to: "#cho-quyet-dinh", number: mine.toLocaleString("vi-VN"), words: "việc chờ bạn quyết định" },
    { to: "#tre-han", number: countOf(late).toLocaleString("vi-VN"), words: "việc trễ hạn, còn thiếu" },
    {
      to: "#tung-muc",
      number: total === 0 ? "không phát sinh" : `${counts.proven}/${total}`,
      words: "nội dung có minh chứng",
    },
  ];
  return (
    <SimpleGrid cols={3} spacing="xs">
      {cells.map(({ to, number, words }) => (
        <Anchor key={to} href={to} underline="always" c="inherit">
          <Text fw={700} fz="xl" span>
            {number}
          </Text>{" "}
          <Text size="sm" span>
            {words}
          </Text>
        </Anchor>
      ))}
    </SimpleGrid>
  );
}

/** A share, drawn under its words. */
function ShareBar({ numerator, denominator }: { numerator: number; denominator: number | null }) {
  if (denominator === null || denominator === 0) return null;
  return (
    <Box h={6} mt={4} aria-hidden style={{ border: "1px solid var(--mantine-color-gray-6)" }}>
      <Box
        h="100%"
        w={`${Math.min(100, (numerator / denominator) * 100)}%`}
        style={{ background: "var(--mantine-color-teal-9)" }}
      />
    </Box>
  );
}

function Clause({
  period,
  clause,
  mark,
  name,
  counts,
  total,
  whole = false,
}: Overview["clauses"][number] & { period: string; whole?: boolean }) {
  const search = (state?: string) => ({
    ky: period,
    ...(whole ? {} : { muc: clause || "khac" }),
    ...(state ? { "tinh-trang": state } : {}),
  });
  const title = [mark && `${mark}.`, name || "Không thuộc mục nào"].filter(Boolean).join(" ");
  return (
    <Box>
      <LinkText
        to="/tong-quan-lanh-dao/noi-dung"
        search={search()}
        underline="always"
        size="sm"
        fw={whole ? 600 : 400}
      >
        {title}
      </LinkText>
      <StateBar counts={counts} total={total} />
      <Group gap="sm" style={{ rowGap: 0 }}>
        {obligationStates
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <LinkText
              key={state}
              to="/tong-quan-lanh-dao/noi-dung"
              search={search(state)}
              underline="always"
              size="xs"
              lh="1.5rem"
              aria-label={`${counts[state]}/${total} ${stateWords[state].toLocaleLowerCase("vi")}: ${title}`}
            >
              {counts[state]}/{total} {stateWords[state].toLocaleLowerCase("vi")}
            </LinkText>
          ))}
      </Group>
    </Box>
  );
}
