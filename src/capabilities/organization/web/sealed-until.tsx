import { Text } from "@mantine/core";
import { MomentText } from "#ui/date-text.tsx";
import type { AuditSealed } from "./api.ts";

/** Until when the audit is sealed, and what still waits. */
export const SealedUntil = ({ last, waiting }: AuditSealed) => (
  <Text size="sm" c="gray.7">
    {last ? (
      <>
        Đã niêm phong đến <MomentText at={last.at} />, số {last.position.toLocaleString("vi-VN")}.
      </>
    ) : (
      "Chưa có dòng nào được niêm phong."
    )}{" "}
    {waiting > 0
      ? `${waiting.toLocaleString("vi-VN")} dòng mới nhất đang chờ, thường trong vài giây.`
      : "Không còn dòng nào chờ."}
  </Text>
);
