/** Top-level domains of the IANA root zone (data of 2026-10), ASCII and Unicode forms. Public registry data. */
const ASCII = `
aaa aarp abb abbott abbvie abc able abogado abudhabi ac academy accenture accountant accountants aco actor ad ads adult ae aeg aero aetna af afl africa
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
`;

const UNICODE = `
vermögensberater vermögensberatung ελ ευ бг бел дети ею католик ком мкд мон москва онлайн орг рус рф сайт срб укр қаз հայ ישראל קום ابوظبي ارامكو
 +
  
 + 
 +
  
 + 
 +
  
 + 
 +
  
`;

export const TLDS: ReadonlySet<string> = new Set(ASCII.trim().split(/\s+/));
export const UNICODE_TLDS: ReadonlySet<string> = new Set(UNICODE.trim().split(/\s+/));
