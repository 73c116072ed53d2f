import { z } from "zod";
import type { LetInBy } from "../signed-in-by.ts";

/** Marks a step between as one that began at a provider. */
export const stepByProvider = (step: string): string => `provider-step:${step}`;

const kept = z.object({ providerKey: z.string(), sealedIdToken: z.string() });

/** What is kept of the provider until the second factor was proved. */
export const keptOfStep = (letInBy: LetInBy): string => JSON.stringify(letInBy);
export const ofKeptStep = (value: string): LetInBy => kept.parse(JSON.parse(value));
