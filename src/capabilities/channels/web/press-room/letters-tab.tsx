import { Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useDialogOfAddress, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { sayDone } from "#ui/undo.tsx";
import { api, type PressLetter } from "../api.ts";
import { LetterCard } from "./letter-card.tsx";
import { LetterDialog } from "./letter-dialog.tsx";

const standings = {
  "cho-duyet": "Chờ duyệt gửi",
  "cho-nhan": "Có nơi chưa xác nhận",
  "da-nhan": "Mọi nơi đã xác nhận",
  "da-thu-hoi": "Đã thu hồi",
};

const isSilent = ({ recipients }: PressLetter) =>
  recipients.some(({ acknowledgedAt }) => acknowledgedAt === null);
const isIn: Record<string, (letter: PressLetter) => boolean> = {
  "cho-duyet": ({ state }) => state === "draft",
  "cho-nhan": (letter) => letter.state === "sent" && isSilent(letter),
  "da-nhan": (letter) => letter.state === "sent" && !isSilent(letter),
  "da-thu-hoi": ({ state }) => state === "withdrawn",
};

/** Letters that guide the press: to whom, who has said that they have it, who has not. */
export function LettersTab() {
  const queries = useQueryClient();
  const [view, setView] = useFilters({ tt: "" });
  const found = useQuery(api.channels.pressLetters.queryOptions({ refetchInterval: 30_000 }));
  const [writing, write] = useDialogOfAddress();
  return (
    <Asked query={found}>
      {({ letters, may }) => {
        const shown = letters.filter(isIn[view.tt] ?? (() => true));
        const add = (
          <MayButton
            may={may}
            verb="write"
            hideReason
            leftSection={<IconPlus size={18} />}
            onClick={write.open}
          >
            Soạn thư định hướng
          </MayButton>
        );
        return (
          <Stack>
            <Text size="sm">
              Thư gửi cơ quan báo chí nằm ở đây. Hướng dẫn gửi đơn vị của cơ quan, cùng đơn vị nào chưa xác
              nhận, nằm ở{" "}
              <LinkText to="/huong-dan" underline="always">
                Hướng dẫn đơn vị
              </LinkText>
              .
            </Text>
            {letters.length > 0 && (
              <Group align="flex-end">
                {add}
                <FilterSelect
                  label="Tình trạng"
                  data={optionsOf(standings)}
                  value={view.tt}
                  onChange={(tt) => setView({ tt })}
                />
              </Group>
            )}
            {letters.length === 0 && (
              <EmptyState
                title="Chưa có thư định hướng nào"
                why="Soạn thư, chọn nơi nhận; người khác duyệt thì mỗi nơi nhận một thư riêng, bấm xác nhận trong thư, ai chưa xác nhận thì nhắc."
                action={add}
              />
            )}
            {letters.length > 0 && (
              <Text size="sm" c="gray.7" role="status">
                {shown.length === letters.length
                  ? `${letters.length} thư`
                  : `${shown.length} trong ${letters.length} thư`}
              </Text>
            )}
            {shown.map((letter) => (
              <LetterCard key={letter.id} letter={letter} />
            ))}
            <LetterDialog
              opened={writing}
              onClose={write.close}
              onDone={(next) => {
                queries.setQueryData(api.channels.pressLetters.queryKey(), next);
                sayDone("Đã lưu; người khác duyệt thì thư được gửi.");
              }}
            />
          </Stack>
        );
      }}
    </Asked>
  );
}
