import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { ChosenPicture } from "../../contract.ts";
import type { DeliveryPictures } from "../api.ts";
import classes from "./cut.module.css";

type Cut = NonNullable<ChosenPicture["cut"]>;

const within = (value: number) => Math.min(100, Math.max(0, Math.round(value)));
const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The point that stays in the cut, set by a click, a finger or the arrow keys. */
export function CutPoint({
  name,
  picture: { path },
  cut,
  onChange,
}: {
  name: string;
  picture: DeliveryPictures["shared"][number];
  cut: Cut;
  onChange: (cut: Cut) => void;
}) {
  const whole = useRef<HTMLImageElement>(null);
  const to = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = whole.current!.getBoundingClientRect();
    onChange({
      ...cut,
      x: within(((clientX - box.left) / box.width) * 100),
      y: within(((clientY - box.top) / box.height) * 100),
    });
  };
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    onChange({ ...cut, x: within(cut.x + step[0] * far), y: within(cut.y + step[1] * far) });
  };
  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the mark on it is moved by the arrow keys. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same. */}
      <img ref={whole} className={classes.picture} src={path} alt="" onClick={to} />
      <button
        type="button"
        role="slider"
        className={classes.mark}
        style={{ left: `${cut.x}%`, top: `${cut.y}%` }}
        aria-label={`Điểm giữ lại của ${name}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={cut.x}
        aria-valuetext={`${cut.x} % từ trái, ${cut.y} % từ trên xuống`}
        onKeyDown={move}
        onPointerDown={(event: PointerEvent<HTMLButtonElement>) =>
          event.currentTarget.setPointerCapture(event.pointerId)
        }
        onPointerMove={(event: PointerEvent<HTMLButtonElement>) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) to(event);
        }}
      />
    </div>
  );
}
