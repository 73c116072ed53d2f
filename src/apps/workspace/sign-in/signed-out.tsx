import { Alert } from "@mantine/core";

const sentences: Record<string, string> = {
  "ca-hai": "Bạn đã đăng xuất khỏi Gần Dân và khỏi nơi đăng nhập chung.",
  "con-noi-kia":
    "Bạn đã đăng xuất khỏi Gần Dân. Phiên ở nơi đăng nhập chung vẫn còn: trên máy dùng chung, hãy đăng xuất cả ở đó.",
};

/** How far signing out went, as the address of the page tells it; nothing where it tells nothing. */
export function SignedOut({ code }: { code: string }) {
  const sentence = sentences[code];
  return sentence === undefined ? null : (
    <Alert color={code === "ca-hai" ? "green" : "yellow"} role="status">
      {sentence}
    </Alert>
  );
}
