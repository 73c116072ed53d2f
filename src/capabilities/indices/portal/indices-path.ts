export const INDICES_PATH = "/chi-so";
