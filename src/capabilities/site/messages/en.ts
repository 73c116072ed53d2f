/** The words of the public pages in English: structure and contacts. */
export const en = {
  title: "Organisation and contacts",
  contacts: "Contacts",
  address: "Address",
  phone: "Telephone",
  hotline: "Hotline",
  email: "E-mail",
  hours: "Office hours",
  units: "Units",
  kinds: [
    ["leadership", "Leadership"],
    ["office", "Office"],
    ["division", "Divisions"],
    ["affiliated", "Affiliated units"],
  ],
} as const;
