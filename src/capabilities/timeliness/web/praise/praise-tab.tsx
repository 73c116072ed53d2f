import { Button, Checkbox, Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { LinkText, useFilters } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { percentOf } from "../../figures/measure-words.ts";
import { api, type PraiseView } from "../api.ts";
import { currentQuarter, PeriodSelect } from "../period-select.tsx";

type Unit = PraiseView["units"][number];

const shareOf = ({ early, onTime, resolved }: Pick<Unit, "early" | "onTime" | "resolved">) =>
  `${percentOf({ numerator: early + onTime, denominator: resolved })} trước hạn và đúng hạn (${early + onTime}/${resolved}), trước hạn ${early}`;

/** Units whose figures are good enough to be praised; a person decides, then the newsroom is offered the story. */
export function PraiseTab() {
  const [view, setView] = useFilters({ ky: currentQuarter(), it: "10", nguong: "95" });
  const input = { period: view.ky, leastResolved: Number(view.it), leastShare: Number(view.nguong) };
  const found = useQuery(api.timeliness.praise.queryOptions({ input }));
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <PeriodSelect value={view.ky} onChange={(ky) => setView({ ky })} />
        <NumberInput
          label="Ít nhất mấy hồ sơ có kết quả"
          min={1}
          allowDecimal={false}
          value={Number(view.it)}
          onChange={(it) => Number(it) >= 1 && setView({ it: String(it) })}
        />
        <NumberInput
          label="Đúng và trước hạn từ (%)"
          min={0}
          max={100}
          value={Number(view.nguong)}
          onChange={(nguong) => nguong !== "" && setView({ nguong: String(nguong) })}
        />
      </Group>
      <Asked query={found}>{(praise) => <Praise key={view.ky} praise={praise} input={input} />}</Asked>
    </Stack>
  );
}

function Praise({
  praise: { units, praised, label, may },
  input,
}: {
  praise: PraiseView;
  input: { period: string; leastResolved: number; leastShare: number };
}) {
  const queries = useQueryClient();
  const [keys, setKeys] = useState<string[]>([]);
  const done = new Set(praised.map(({ key }) => key));
  const open = units.filter(({ key }) => !done.has(key));
  const chosen = keys.filter((key) => open.some((unit) => unit.key === key));
  const why = whyNot(may, "praise");
  const decide = useMutation({
    mutationFn: () => api.timeliness.praiseUnits.call({ ...input, keys: chosen }),
    onSuccess: () => {
      setKeys([]);
      void queries.invalidateQueries({ queryKey: api.timeliness.praise.key() });
      sayDone("Đã duyệt; tòa soạn có một gợi ý nội dung.");
    },
  });
  return (
    <>
      <Title order={2} size="h4">
        Đề nghị biểu dương, {label}
      </Title>
      {open.length === 0 ? (
        <EmptyState
          title="Không có đơn vị nào để đề nghị thêm"
          why="Đơn vị được đề nghị khi đủ số hồ sơ có kết quả và đạt tỷ lệ ở trên; đổi ngưỡng hoặc kỳ để xem."
        />
      ) : (
        <>
          <Checkbox.Group label="Chọn đơn vị" value={chosen} onChange={setKeys} readOnly={why !== null}>
            <Stack gap="xs" mt="xs">
              {open.map((unit) => (
                <Checkbox
                  key={unit.key}
                  value={unit.key}
                  label={unit.label}
                  description={`${shareOf(unit)}, quá hạn ${unit.late}`}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <ErrorNotice error={decide.error} />
          {why !== null ? (
            <Text size="sm" c="gray.7">
              {why}
            </Text>
          ) : (
            <Button
              style={{ alignSelf: "flex-start" }}
              disabled={chosen.length === 0}
              loading={decide.isPending}
              onClick={() => decide.mutate()}
            >
              Duyệt biểu dương {chosen.length > 0 && `${chosen.length} đơn vị`}
            </Button>
          )}
        </>
      )}
      {praised.length > 0 && (
        <Stack gap="xs" component="section" aria-labelledby="da-duyet">
          <Title order={2} size="h4" id="da-duyet">
            Đã duyệt
          </Title>
          {praised.map((one) => (
            <Text key={one.key} size="sm">
              {one.unit}: {shareOf(one)}. {one.praisedByName}, <MomentText at={one.praisedAt} />
            </Text>
          ))}
          <Text size="sm">
            Gợi ý nội dung nằm ở{" "}
            <LinkText inherit to="/goi-y-de-tai">
              Gợi ý đề tài
            </LinkText>
            ; người phụ trách nhận rồi viết thành tin, bài.
          </Text>
        </Stack>
      )}
    </>
  );
}
