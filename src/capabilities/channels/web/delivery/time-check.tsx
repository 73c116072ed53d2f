import { Alert, Button, List, Stack, Text, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconClockCheck } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { isWholeMoment } from "#ui/moment-field.tsx";
import { localOf } from "#ui/moment-text.ts";
import { api } from "../api.ts";
import { momentOfWhen, type WhenValues } from "./when-fields.tsx";

const REST_MS = 300;

/** What stands in the way of the hour that is being chosen, and the next good one by one press; asks while one chooses. */
export function TimeCheck({
  itemId,
  accountIds,
  deliveryId = null,
  value,
  onChange,
}: {
  itemId: string;
  accountIds: string[];
  deliveryId?: string | null;
  value: WhenValues;
  onChange: (change: Partial<WhenValues>) => void;
}) {
  const isWhole = value.when === "with" || isWholeMoment(value.local);
  const [asked] = useDebouncedValue(
    JSON.stringify({ accountIds, wantedAt: isWhole ? momentOfWhen(value) : "" }),
    REST_MS,
  );
  const input = JSON.parse(asked) as { accountIds: string[]; wantedAt: string | null };
  const found = useQuery(
    api.channels.checkPostingTime.queryOptions({
      input: { id: itemId, deliveryId, ...input, wantedAt: input.wantedAt || null },
      enabled: input.accountIds.length > 0 && input.wantedAt !== "",
      placeholderData: keepPreviousData,
    }),
  );
  if (!found.data || accountIds.length === 0) return null;
  const { accounts, isHindered, nextGood, mayOverrule } = found.data;
  const told = accounts.filter(({ remarks }) => remarks.length > 0);
  const refused = accounts.some(({ remarks }) => remarks.some(({ weight }) => weight === "refused"));
  return (
    <Stack gap="xs">
      <div role="status">
        {told.length === 0 ? (
          <Text size="sm" c="gray.7">
            Giờ này không vướng gì.
          </Text>
        ) : (
          <Alert
            color={isHindered ? "red" : "yellow"}
            title={isHindered ? "Không đăng được vào giờ này" : "Nên biết trước khi chọn giờ này"}
          >
            <List size="sm" spacing={2}>
              {bySentence(told).map(([words, names]) => (
                <List.Item key={words}>
                  {accounts.length > 1 && (
                    <strong>{names.length === accounts.length ? "Mọi tài khoản" : names.join("; ")}: </strong>
                  )}
                  {words}
                </List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
      {nextGood !== null && told.length > 0 && (
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          h="auto"
          mih={30}
          py={6}
          styles={{ label: { whiteSpace: "normal", textAlign: "left" } }}
          leftSection={<IconClockCheck size={16} aria-hidden />}
          onClick={() => onChange({ when: "later", local: localOf(nextGood), timeReason: "" })}
        >
          Chọn giờ tốt gần nhất: {formatDateTime(nextGood)}
        </Button>
      )}
      {isHindered && !refused && mayOverrule && (
        <Textarea
          label="Vẫn đăng vào giờ này, vì"
          description="Ghi lý do thì được đăng; lý do ở lại trong lịch sử và nhật ký."
          autosize
          minRows={1}
          value={value.timeReason}
          onChange={(event) => onChange({ timeReason: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

/** What is said of several accounts alike is said once. */
function bySentence(
  told: { name: string; remarks: { words: string }[] }[],
): [words: string, names: string[]][] {
  const named = told.flatMap(({ name, remarks }) => remarks.map(({ words }) => ({ name, words })));
  return [...Map.groupBy(named, ({ words }) => words)].map(([words, same]) => [
    words,
    same.map(({ name }) => name),
  ]);
}
