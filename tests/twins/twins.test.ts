import { describe, expect, it } from 'vitest';
import { differences, formatRecording, recordedOutput } from '../../tools/twins.ts';

describe("a twin's recording", () => {
  const printed = 'server   at once\ngunicorn       1   about 3 s\n';

  it('names where it was made, and gives back what was printed', () => {
    const recording = formatRecording(['Python 3.13.5', 'python3 drive.py'], printed);
    expect(recording).toBe(`# Python 3.13.5\n# python3 drive.py\n\n${printed}`);
    expect(recordedOutput(recording)).toBe(printed);
  });

  it('keeps lines of the output that look like provenance', () => {
    const output = '# a heading\n\nthe rest\n';
    expect(recordedOutput(formatRecording(['Python 3.13.5'], output))).toBe(output);
  });
});

describe('two outputs', () => {
  it('may differ in durations and in white space at the end', () => {
    expect(differences('one   about 3 s\n', 'one   about 4.5 s  \n\n')).toEqual([]);
    expect(differences('waited about 12 ms', 'waited about 120 ms')).toEqual([]);
  });

  it('may not differ in counts, order or outcomes', () => {
    expect(differences('at once 3\n', 'at once 1\n')).toEqual(['- at once 3', '+ at once 1']);
    expect(differences('a\nb\n', 'b\na\n')).toEqual(['- a', '+ b', '- b', '+ a']);
  });

  it('may not differ in durations that are not said to be about', () => {
    expect(differences('took 3 s', 'took 4 s')).toEqual(['- took 3 s', '+ took 4 s']);
  });

  it('must have the same number of lines', () => {
    expect(differences('a\n', 'a\nb\n')).toEqual(['+ b']);
    expect(differences('a\nb\n', 'a\n')).toEqual(['- b']);
  });
});
