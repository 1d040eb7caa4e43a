/** Check digits of numbers that people paste by accident. */

/** ISO/IEC 7812-1 Annex B (Luhn). Digits only. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let value = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/** ISO 13616 (IBAN), mod 97-10 of ISO 7064. Upper-case letters and digits only. */
export function ibanHolds(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const code = char.charCodeAt(0);
    const value = code >= 65 ? code - 55 : code - 48;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Length and layout per country (SWIFT IBAN registry): a mistyped account number is still somebody's. */
const LAYOUT: Readonly<Record<string, RegExp>> = {
  GB: /^[A-Z]{4}\d{14}$/, IE: /^[A-Z]{4}\d{14}$/, DE: /^\d{18}$/, FR: /^\d{10}[A-Z0-9]{11}\d{2}$/, ES: /^\d{20}$/, IT: /^[A-Z]\d{10}[A-Z0-9]{12}$/,
  NL: /^[A-Z]{4}\d{10}$/, BE: /^\d{12}$/, AT: /^\d{16}$/, CH: /^\d{5}[A-Z0-9]{12}$/, PT: /^\d{21}$/, PL: /^\d{24}$/, SE: /^\d{20}$/, NO: /^\d{11}$/, DK: /^\d{14}$/, FI: /^\d{14}$/, LU: /^\d{3}[A-Z0-9]{13}$/, CZ: /^\d{20}$/, HU: /^\d{24}$/, GR: /^\d{7}[A-Z0-9]{16}$/,
};

export function ibanShaped(iban: string): boolean {
  return /^[A-Z]{2}\d{2}/.test(iban) && (LAYOUT[iban.slice(0, 2)]?.test(iban.slice(4)) ?? false);
}
