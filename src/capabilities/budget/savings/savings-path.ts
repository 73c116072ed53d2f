/** Where the public reads what citizens are saved. */
export const SAVINGS_PATH = "/tiet-kiem-cho-nguoi-dan";
