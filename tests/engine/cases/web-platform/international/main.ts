const when = new Date(Date.UTC(2026, 10, 22, 17, 5));
console.log(new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(when));
console.log(new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }).format(1234567.89), (0.256).toLocaleString('en-US', { style: 'percent' }));
console.log(['b', 'a', 'ä', 'Z'].sort(new Intl.Collator('de').compare), new Intl.PluralRules('en').select(1));
console.log([...new Intl.Segmenter('en', { granularity: 'word' }).segment('two words')].length, new Intl.ListFormat('en').format(['a', 'b', 'c']));
console.log('İ'.toLowerCase().length, 'ß'.toUpperCase(), 'a\u0308'.normalize('NFC').length, 'ä'.localeCompare('b', 'de') < 0);
