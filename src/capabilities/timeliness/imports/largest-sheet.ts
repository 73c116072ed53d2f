/** In bytes: what the server takes at most, with room for the rest of the request. */
export const LARGEST_DOSSIER_SHEET = 45 * 1024 * 1024;
