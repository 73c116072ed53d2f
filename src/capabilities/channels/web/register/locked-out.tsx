import { Alert, Group, Text } from "@mantine/core";
import { LinkButton } from "#ui/navigation.tsx";
import type { Account } from "../api.ts";

/** Accounts whose network lets us in no more: what waits there, and the way to connect them anew. */
export function LockedOut({ accounts }: { accounts: Account[] }) {
  return accounts
    .filter(({ state, connection }) => state === "paused" && connection?.isDead)
    .map(({ id, name, stateReason, counts, may }) => (
      <Alert key={id} color="red" title={`Phải kết nối lại ${name}`}>
        <Group justify="space-between" gap="sm">
          <Text size="sm" flex="1 1 16rem" style={{ overflowWrap: "anywhere" }}>
            {stateReason}{" "}
            {counts.waiting > 0 &&
              `${counts.waiting} bài đang giữ nguyên chỗ; kết nối lại xong thì tự đăng tiếp theo thứ tự.`}
            {!may.connect?.allowed && " Báo người quản trị hệ thống kết nối lại."}
          </Text>
          {may.connect?.allowed && (
            <LinkButton
              to="/kenh"
              search={{ noi: id }}
              size="xs"
              variant="white"
              aria-label={`Kết nối lại: ${name}`}
            >
              Kết nối lại
            </LinkButton>
          )}
        </Group>
      </Alert>
    ));
}
