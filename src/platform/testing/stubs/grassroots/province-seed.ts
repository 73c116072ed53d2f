export interface ProvinceSeed {
  accounts: { user: string; password: string; mayBeUrgent: boolean }[];
  areas: { code: string; name: string }[];
  settings: {
    tokenMinutes: number;
    /** Seconds from handing over to each standing. */
    approvesAfter: number;
    schedulesAfter: number;
    playsAfter: number;
    /** Some clusters fail: it ends partly played. */
    playsPartly: boolean;
  };
}

export const provinceSeed: ProvinceSeed = {
  accounts: [{ user: "so-noi-vu", password: "mat-khau-mau", mayBeUrgent: false }],
  areas: [
    { code: "MAU-01", name: "Phường Mẫu Trung Tâm" },
    { code: "MAU-02", name: "Xã Mẫu Ven Sông" },
    { code: "MAU-03", name: "Xã Mẫu Vùng Cao" },
  ],
  settings: { tokenMinutes: 60, approvesAfter: 30, schedulesAfter: 60, playsAfter: 120, playsPartly: false },
};
