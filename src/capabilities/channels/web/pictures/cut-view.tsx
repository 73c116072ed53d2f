import { objectPosition } from "#newsroom/contract";
import { type ChosenPicture, shapeOf } from "../../contract.ts";
import type { DeliveryPictures } from "../api.ts";
import classes from "./cut.module.css";

type Shared = DeliveryPictures["shared"][number];

/** Pixels, at most. */
const HIGH = 180;

/** A picture as the channel will have it: cut, or all of it. */
export function CutView({
  picture: { path, width, height },
  cut,
  alt,
}: {
  picture: Shared;
  cut: ChosenPicture["cut"];
  alt: string;
}) {
  const shape = cut ? shapeOf(cut.shape) : { width, height };
  return (
    <div
      className={classes.cut}
      style={{
        width: `min(100%, ${Math.round((HIGH * shape.width) / shape.height)}px)`,
        aspectRatio: `${shape.width} / ${shape.height}`,
      }}
    >
      <img
        className={classes.fill}
        src={path}
        alt={alt}
        style={cut ? { objectPosition: objectPosition({ width, height }, shape, cut) } : {}}
      />
    </div>
  );
}
