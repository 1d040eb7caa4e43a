/** National and international ways of writing a telephone number, each as its country does, and what only looks like one. */
import { describe, expect, test } from 'vitest';
import { findPhones } from '../../../checks/risk/phone';

const marked = (text: string) => findPhones(text).map(({ start, end }) => text.slice(start, end));

describe('a telephone number', () => {
  test.each([
    ['United Kingdom', '020 7946 0958'], ['United Kingdom, mobile', '07911 123456'], ['Ireland', '087 123 4567'], ['Ireland, Dublin', '01 234 5678'], ['France', '06 12 34 56 78'], ['Belgium', '0470 12 34 56'],
    ['Netherlands', '06-12345678'], ['Netherlands, Amsterdam', '020-1234567'], ['Germany, mobile', '0151 23456789'], ['Germany, Berlin', '030 12345678'], ['Austria', '0664/1234567'], ['Switzerland', '044 668 18 00'],
    ['Italy, Rome', '06 1234 5678'], ['Sweden', '070-123 45 67'], ['Sweden, Stockholm', '08-123 456 78'], ['Finland', '040 1234567'], ['Hungary', '06 30 123 4567'], ['Turkey', '0532 123 45 67'], ['Israel', '054-1234567'],
    ['South Africa', '082 490 1693'], ['Australia', '0412 345 678'], ['Australia, Sydney', '(02) 9374 4000'], ['New Zealand', '09 123 4567'], ['Japan, mobile', '090-1234-5678'], ['Japan, Tokyo', '03-1234-5678'],
    ['Korea', '010-1234-5678'], ['Korea, Seoul', '02-123-4567'], ['Brazil', '(11) 91234-5678'], ['United States', '(212) 555-0147'], ['United States, dots', '212.555.0147'],
    ['India, international', '+91 98765 43210'], ['Spain, international', '+34 612 34 56 78'], ['Poland, international', '+48 512 345 678'], ['Denmark, international', '+45 12 34 56 78'], ['Norway, international', '+47 912 34 567'],
    ['Czechia, international', '+420 601 234 567'], ['Greece, international', '+30 210 123 4567'], ['Portugal, international', '+351 912 345 678'], ['China, international', '+86 138 1234 5678'], ['Mexico, international', '+52 55 1234 5678'],
    ['Germany, international', '+49 (0)30 12345678'], ['from abroad with 00', '0044 20 7946 0958'], ['Nigeria, international', '+234 803 123 4567'], ['Kenya', '0712 345678'], ['Egypt, international', '+20 10 1234 5678'],
  ])('of %s is found without any word beside it: %s', (_country, number) => {
    expect(marked(`Anna, ${number}. Thank you`)).toEqual([number]);
    expect(marked(`vcard,${number};home`)).toEqual([number]);
  });

  test.each([
    ['Spain', '612 34 56 78'], ['Poland', '512 345 678'], ['Denmark', '12 34 56 78'], ['Norway', '912 34 567'], ['India', '98765 43210'], ['Singapore', '9123 4567'], ['Greece', '210 1234567'], ['China', '138 1234 5678'], ['Mexico', '55 1234 5678'],
  ])('of %s has no mark of its own, so it needs a word about calling: %s', (_country, number) => {
    expect(marked(`Just call ${number} tonight`)).toEqual([number]);
    expect(marked(`We counted ${number} tonight`)).toEqual([]);
  });

  test.each([
    'Opening 05.12.2026 10.30 to 18.00', 'From 01-2024-2025 on', 'Open 09:00-17:00, 01.12.2026', 'We raised 1 250 000 kr and 300.000 users', 'ISBN 978-3-16-148410-0', 'Order #0151 23456789',
    'Version 10.2.0.1', 'Room 0815', 'Scores 02 10 18', '€012 345 678', 'Lat 052.5200 lon 013.4050', 'The year 2024-2025 in 12 34', 'Batch 2026-11-0815', 'part 12345678',
  ])('is not seen in “%s”', (text) => {
    expect(marked(text)).toEqual([]);
  });
});
