import { StateBadge } from "#ui/state-badge.tsx";
import { targetFigure } from "../../contract.ts";
import type { TargetView } from "./target-view.ts";

/** "Chỉ tiêu quý IV: 3/4 tin, bài": the figure, reached or not yet. */
export function TargetBadge({ target }: { target: TargetView }) {
  return (
    <StateBadge
      tone={target.met ? "done" : "waiting"}
      word={`${target.met ? "Đạt chỉ tiêu" : "Chưa đạt chỉ tiêu"}: ${targetFigure(target)}`}
    />
  );
}
