/** Marks a step between as one that began at a provider. */
export const stepByProvider = (step: string): string => `provider-step:${step}`;
