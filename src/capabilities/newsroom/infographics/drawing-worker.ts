import { parentPort } from "node:worker_threads";
import { type Drawn, drawPictures, type Identity } from "./draw-picture.ts";
import type { GraphicInput } from "./infographic.ts";

export interface Order {
  number: number;
  input: GraphicInput;
  identity: Identity;
}

export interface Delivery {
  number: number;
  drawn: Drawn;
}

parentPort?.on("message", ({ number, input, identity }: Order) => {
  parentPort?.postMessage({ number, drawn: drawPictures(input, identity) } satisfies Delivery);
});
