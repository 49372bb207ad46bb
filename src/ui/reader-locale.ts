/** The reader's locale: the first language of the browser. English where there is no browser, or no language that Intl knows. */
export function readerLocale(): string {
  const asked = typeof navigator === 'undefined' ? 'en' : navigator.language;
  try {
    return Intl.NumberFormat.supportedLocalesOf([asked]).length > 0 ? asked : 'en';
  } catch {
    // Some systems give what is no language tag at all, such as `C`.
    return 'en';
  }
}
