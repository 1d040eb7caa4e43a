/** The people of every end-to-end test, in whichever browser. */
export interface TestPerson {
  name: string;
  passphrase: string;
}

/** The author and the one who countersigns, in every test. */
export const LENA: TestPerson = { name: 'Lena Ortiz', passphrase: 'heather lantern causeway otter' };
export const MARA: TestPerson = { name: 'Mara Okafor', passphrase: 'granite teaspoon monsoon ladder' };
