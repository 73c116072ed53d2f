import type { MediaRule } from "./kinds/index.ts";
import { durationWords, type OwnValues } from "./own-values.ts";

/** What the library knows of a file's shape; `durationMs` null: it does not play. */
interface Shape {
  width: number;
  height: number;
  durationMs: number | null;
  hasPoster: boolean;
}

/** What of a file does not fit its place, each to be read after the file's name; `key` names the rule. */
export function faultsInPlace(
  { aspect, recording }: MediaRule,
  { width, height, durationMs, hasPoster }: Shape,
): { key: "aspect" | "length" | "poster"; message: string }[] {
  const ratio = width / height;
  const seconds = durationMs === null ? null : Math.round(durationMs / 1000);
  return [
    ...(aspect && !(ratio >= aspect.from && ratio <= aspect.to)
      ? [{ key: "aspect" as const, message: `cần ${aspect.words}; tệp này ${width} × ${height}` }]
      : []),
    ...(recording && seconds !== null && (seconds < recording.shortest || seconds > recording.longest)
      ? [
          {
            key: "length" as const,
            message: `dài ${durationWords(seconds)}; cần từ ${durationWords(recording.shortest)} đến ${durationWords(recording.longest)}`,
          },
        ]
      : []),
    ...(recording?.poster === "required" && !hasPoster
      ? [{ key: "poster" as const, message: "chưa có hình đại diện" }]
      : []),
  ];
}

/** Whether everything that is said in what stands here can be read in the text itself. */
export const isReadInText = ({ recording }: MediaRule, own: OwnValues): boolean =>
  recording !== null && recording.saidIn !== null && (own[recording.saidIn] ?? "").trim() !== "";
