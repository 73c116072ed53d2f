/** From so many percent of alike pieces on, one text was surely made of the other. */
export const SURE = 60;
